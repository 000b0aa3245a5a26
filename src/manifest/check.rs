//! What a text must look like: codes, times, addresses, numbers of persons.

use chrono::NaiveDate;

/// The oldest birth year of anyone who may still sign.
const FIRST_BIRTH_YEAR: i32 = 1930;
/// Nobody is appointed younger than this.
const MIN_AGE: i32 = 15;
/// Nobody is appointed older than this.
const MAX_AGE: i32 = 65;

/// A region code of Kemendagri as text: `00`, `35`, `35.73`, `35.73.01`, `35.73.01.1001`.
pub(super) fn region_code(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let widths: &[usize] = &[2, 2, 2, 4];
    parts.len() <= widths.len() && parts.iter().zip(widths).all(|(part, width)| part.len() == *width && digits(part))
}

/// A postcode: five digits.
pub(super) fn postcode(text: &str) -> bool {
    text.len() == 5 && digits(text)
}

/// A mail address, as far as a misspelling shows: one `@` between two parts, a dot in the second.
pub(super) fn address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.contains('@')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && !text.contains(char::is_whitespace)
    })
}

/// A domain, as far as a misspelling shows: parts between dots, nothing of an address.
pub(super) fn domain(text: &str) -> bool {
    text.contains('.')
        && text.split('.').all(|part| !part.is_empty())
        && !text.contains(|c: char| c == '@' || c == '/' || c.is_whitespace())
}

/// A time of day as Indonesian letters write it: `09.00`.
pub(super) fn time_of_day(text: &str) -> bool {
    text.split_once('.').is_some_and(|(hour, minute)| {
        let below = |part: &str, limit: u8| {
            part.len() == 2 && digits(part) && part.parse::<u8>().is_ok_and(|number| number < limit)
        };
        below(hour, 24) && below(minute, 60)
    })
}

/// A picture's path from the workspace; the folder `aset/` may be left out.
pub(super) fn picture(text: &str) -> Option<String> {
    let path = text.strip_prefix("aset/").unwrap_or(text);
    let whole = path.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let known = matches!(extension.as_deref(), Some("png" | "jpg" | "jpeg" | "svg"));
    (whole && known && !path.contains(['\\', ':'])).then(|| format!("aset/{path}"))
}

fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An NIP without its spaces, or why it cannot be one.
///
/// Eight digits of birth, six of the month of appointment (for contract staff the year and `21`), one of sex, three of
/// serial: Peraturan Kepala BKN Nomor 22 Tahun 2007. The reasons never repeat a digit of it.
pub(super) fn nip(text: &str) -> Result<String, &'static str> {
    let nip: String = text.chars().filter(|c| *c != ' ' && *c != '\u{A0}').collect();
    if !digits(&nip) {
        return Err("NIP itu memuat karakter selain angka.");
    }
    if nip.len() != 18 {
        return Err("Banyaknya angka NIP itu bukan 18.");
    }
    let number = |from: usize, to: usize| nip.get(from..to).and_then(|part| part.parse::<i32>().ok()).unwrap_or(-1);
    let (birth_year, month, day) = (number(0, 4), number(4, 6), number(6, 8));
    let born = NaiveDate::from_ymd_opt(birth_year, month.unsigned_abs(), day.unsigned_abs());
    if born.is_none() || birth_year < FIRST_BIRTH_YEAR {
        return Err("Delapan angka pertama NIP itu bukan tanggal lahir.");
    }
    let (appointed, appointed_month) = (number(8, 12), number(12, 14));
    if !matches!(appointed_month, 1..=12 | 21) || !(MIN_AGE..=MAX_AGE).contains(&(appointed - birth_year)) {
        return Err("Angka kesembilan sampai dengan keempat belas NIP itu bukan bulan pengangkatan.");
    }
    if !matches!(number(14, 15), 1 | 2) {
        return Err("Angka kelima belas NIP itu bukan 1 atau 2.");
    }
    if number(15, 18) == 0 {
        return Err("Nomor urut NIP itu nol.");
    }
    Ok(nip)
}

/// A name of the user's own, as it can stand in a heading without quotation marks and on the command line.
pub(super) fn own_name(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-');
    (1..=40).contains(&text.len()) && text.bytes().all(plain)
}
