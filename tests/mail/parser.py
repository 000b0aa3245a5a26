"""What Python's own reader makes of a message: one JSON object on standard output."""

import email
import email.policy
import hashlib
import json
import sys

with open(sys.argv[1], "rb") as file:
    message = email.message_from_bytes(file.read(), policy=email.policy.default)

parts = list(message.walk())
attachments = list(message.iter_attachments())
pdf = attachments[0].get_payload(decode=True)
json.dump(
    {
        "headers": [[name, str(value)] for name, value in message.items()],
        "from": [[a.display_name, a.addr_spec] for a in message["From"].addresses],
        "to": [[a.display_name, a.addr_spec] for a in message["To"].addresses],
        "types": [part.get_content_type() for part in parts],
        "text": message.get_body(("plain",)).get_content(),
        "html": message.get_body(("html",)).get_content(),
        "attachments": [part.get_filename() for part in attachments],
        "length": len(pdf),
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "defects": [str(d) for part in parts for d in part.defects]
        + [str(d) for part in parts for value in part.values() for d in value.defects],
    },
    sys.stdout,
)
