#!/usr/bin/env bash
# A real mail server for the tests: Postfix with TLS and AUTH, on free ports of the loopback, with everything it needs and
# everything it receives in one folder.
#
#     tests/postfix.sh start FOLDER    makes FOLDER, starts the server, prints `RAKOR_TEST_SMTP=FOLDER` to export
#     tests/postfix.sh stop FOLDER     stops it and removes FOLDER
#
# Needs root, for Postfix gives up its rights itself. Installs Postfix and the tools for its accounts by apt-get where they
# are missing, without starting the system's own Postfix. Exit code 3: this machine cannot have one.
set -euo pipefail

absent() {
    printf 'postfix.sh: %s\n' "$1" >&2
    exit 3
}

free_port() {
    local port
    for port in $(shuf -i 20000-29999 -n 50); do
        # Nobody answers there.
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            printf '%s\n' "$port"
            return
        fi
    done
    absent 'no free port'
}

needed() {
    [ "$(id -u)" = 0 ] || absent 'only root can start Postfix'
    command -v openssl >/dev/null || absent 'openssl is missing'
    PATH=$PATH:/usr/sbin:/sbin
    if ! command -v postfix >/dev/null || ! command -v saslpasswd2 >/dev/null; then
        command -v apt-get >/dev/null || absent 'Postfix is missing, and so is apt-get'
        # The system's own server stays off: this file tells the package to start nothing, unless somebody has decided already.
        local policy=/usr/sbin/policy-rc.d
        if [ ! -e "$policy" ]; then
            trap "rm -f $policy" EXIT
            printf '#!/bin/sh\nexit 101\n' >"$policy"
            chmod 755 "$policy"
        fi
        local done=yes
        {
            DEBIAN_FRONTEND=noninteractive timeout 100 apt-get install -y --no-install-recommends \
                postfix sasl2-bin libsasl2-modules ||
                { timeout 60 apt-get update &&
                    DEBIAN_FRONTEND=noninteractive timeout 100 apt-get install -y --no-install-recommends \
                        postfix sasl2-bin libsasl2-modules; }
        } >&2 </dev/null || done=
        [ -n "$done" ] || absent 'apt-get cannot install Postfix'
    fi
}

certificates() {
    local days=2 subject=/CN=rakor-uji
    openssl req -x509 -newkey rsa:2048 -nodes -days $days -subj "$subject-akar" \
        -keyout akar.key -out akar.pem 2>/dev/null
    openssl req -newkey rsa:2048 -nodes -subj "$subject" -keyout server.key -out server.csr 2>/dev/null
    openssl x509 -req -in server.csr -CA akar.pem -CAkey akar.key -CAcreateserial -days $days -out server.pem \
        -extfile <(printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\n') 2>/dev/null
    chmod 600 ./*.key
}

start() {
    local folder=$1 port tls_port
    needed
    mkdir "$folder"
    folder=$(cd "$folder" && pwd)
    cd "$folder"
    # Postfix reads and writes here under a name of its own.
    chmod 755 .
    # Debian's Postfix looks for the settings of SASL beside its own, whatever its settings say.
    mkdir -p etc/sasl spool data surat
    chown postfix data
    chown nobody surat
    certificates
    port=$(free_port)
    tls_port=$(free_port)
    while [ "$tls_port" = "$port" ]; do tls_port=$(free_port); done

    printf 'pwcheck_method: auxprop\nauxprop_plugin: sasldb\nmech_list: PLAIN LOGIN\nsasldb_path: %s/etc/sasl/sasldb2\n' \
        "$folder" >etc/sasl/smtpd.conf
    head -c 18 /dev/urandom | base64 | tr -d '\n' >sandi
    chmod 600 sandi
    saslpasswd2 -p -c -f etc/sasl/sasldb2 -u uji.test rakor <sandi
    chown postfix etc/sasl/sasldb2

    cat >etc/main.cf <<MAIN
compatibility_level = 3.6
queue_directory = $folder/spool
data_directory = $folder/data
maillog_file = $folder/log
maillog_file_prefixes = $folder
mail_owner = postfix
setgid_group = postdrop
myhostname = surel.uji.test
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
alias_maps =
alias_database =
message_size_limit = 10240000
virtual_mailbox_domains = uji.test
virtual_mailbox_base = $folder/surat
virtual_mailbox_maps = inline:{ { penerima@uji.test = penerima/ } }
virtual_uid_maps = static:$(id -u nobody)
virtual_gid_maps = static:$(id -g nobody)
virtual_minimum_uid = 1
smtpd_tls_cert_file = $folder/server.pem
smtpd_tls_key_file = $folder/server.key
smtpd_tls_security_level = encrypt
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_path = smtpd
cyrus_sasl_config_path = $folder/etc/sasl
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_reject_unlisted_recipient = yes
MAIN
    cat >etc/master.cf <<MASTER
127.0.0.1:$port inet n - n - - smtpd
127.0.0.1:$tls_port inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
MASTER
    printf '%s\n' "$port" >port
    printf '%s\n' "$tls_port" >port-tls
    postfix -c "$folder/etc" start >keluaran 2>&1 || {
        cat keluaran log >&2
        absent 'Postfix does not start'
    }
    printf 'RAKOR_TEST_SMTP=%s\n' "$folder"
}

stop() {
    PATH=$PATH:/usr/sbin:/sbin
    local folder
    folder=$(cd "$1" && pwd)
    # Nothing but what `start` has made is stopped or removed.
    [ -f "$folder/etc/master.cf" ] && [ -f "$folder/port-tls" ] || absent "$1 is no folder of this script"
    postfix -c "$folder/etc" stop >/dev/null 2>&1 || true
    rm -rf -- "$folder"
}

case "${1-} ${2:+folder}" in
    'start folder') start "$2" ;;
    'stop folder') stop "$2" ;;
    *)
        sed -n '5,6p' "$0" >&2
        exit 2
        ;;
esac
