//! What is refused or doubted before anything is sent, and rehearsals.

use rakor::cli::Exit;

use super::desk::{RECIPIENTS, Room, each_once};
use super::server::{Act, Script, SmtpServer, Step, Wire};

const RELAY: &str = "pengaman = \"relai_lokal\"\n";

#[test]
fn a_rehearsal_shows_the_plan_and_changes_nothing_else() {
    let room = Room::new();
    let before = room.files();
    let run = room.run("kirim bulanan --uji");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let sha = run.out.lines().find_map(|line| line.strip_prefix("  SHA-256    : ")).unwrap().to_owned();
    let size = run.out.split_once(" (").unwrap().1.split(',').next().unwrap().to_owned();
    assert_eq!(
        run.out,
        format!(
            "\
Rencana pengiriman laporan bulanan 99.71 Agustus 2025
  Berkas     : keluaran/bulanan_99.71-kota-simulasi_2025-08.pdf
  SHA-256    : {sha}
  Lampiran   : laporan-bulanan_99.71-kota-simulasi_2025-08.pdf ({size}, belum ditandatangani)
  Subjek     : [DATA SIMULASI] Laporan Jaminan Sosial Ketenagakerjaan Kota Simulasi, Agustus 2025

SEKDA     Sekretaris Daerah              s***@contoh.test  akan dikirim, belum ditandatangani
DISNAKER  Kepala Dinas Tenaga Kerja      d***@contoh.test  akan dikirim, belum ditandatangani
BPJSTK    Kepala Kantor Cabang Simulasi  c***@mitra.test   akan dikirim, belum ditandatangani

Surel yang akan dikirim, tanpa mengirimnya:
  keluaran/uji/01-SEKDA.eml
  keluaran/uji/02-DISNAKER.eml
  keluaran/uji/03-BPJSTK.eml
"
        )
    );
    let after = room.files();
    let new: Vec<String> =
        after.keys().filter(|name| !before.contains_key(*name)).map(|name| name.display().to_string()).collect();
    assert_eq!(new, ["keluaran/uji/01-SEKDA.eml", "keluaran/uji/02-DISNAKER.eml", "keluaran/uji/03-BPJSTK.eml"]);
    assert!(before.iter().all(|(name, bytes)| after.get(name) == Some(bytes)));
    assert!(room.server.talks().is_empty());
    // The message that is shown is the one that is sent, at the same moment.
    assert_eq!(room.first().exit, Exit::Done);
    let sent = room.server.kept().into_iter().find(|kept| kept.to == ["sekda@contoh.test"]).unwrap();
    assert!(sent.bytes == after[std::path::Path::new("keluaran/uji/01-SEKDA.eml")]);
    // Afterwards there is nothing left to look at, and where others lie they stay.
    room.write("surel/01-SEKDA.eml", "milik orang lain");
    room.write("data/penerima.csv", &RECIPIENTS.replace("sekda@", "sekretaris@"));
    let run = room.run("kirim bulanan --uji -o surel");
    assert_eq!(run.exit, Exit::Usage);
    assert!(
        run.err.contains("surel/01-SEKDA.eml sudah ada dan bukan surel yang ditulis oleh program ini"),
        "{}",
        run.err
    );
    let run = room.run("kirim bulanan --uji --format json");
    assert_eq!(run.outcomes(), ["SEKDA akan_dikirim", "DISNAKER terkirim", "BPJSTK terkirim"]);
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_the_messages_of_a_rehearsal() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    let path = room.path().join("keluaran/uji/01-SEKDA.eml");
    let mode = || std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    assert_eq!(room.run("kirim bulanan --uji").exit, Exit::Done);
    assert_eq!(mode(), 0o600);
    // One of an earlier version, open to others, does not stay so.
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(room.run("kirim bulanan --uji").exit, Exit::Done);
    assert_eq!(mode(), 0o600);
}

#[test]
fn a_rehearsal_to_one_address_is_marked_and_not_entered() {
    let room = Room::new();
    let run = room.run("kirim bulanan --uji-ke Penguji@contoh.test --ya");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_eq!(
        run.out,
        "Uji ke P***@contoh.test\nSEKDA     terkirim\nDISNAKER  terkirim\nBPJSTK    terkirim\nUji tidak dicatat sebagai \
         pengiriman.\n"
    );
    // What is shown before is what is sent.
    let sha = run.err.lines().find_map(|line| line.strip_prefix("  SHA-256    : ")).unwrap().to_owned();
    let size = run.err.split_once(" (").unwrap().1.split(',').next().unwrap().to_owned();
    assert_eq!(
        run.err,
        format!(
            "\
Rencana uji pengiriman laporan bulanan 99.71 Agustus 2025
  Berkas     : keluaran/bulanan_99.71-kota-simulasi_2025-08.pdf
  SHA-256    : {sha}
  Lampiran   : laporan-bulanan_99.71-kota-simulasi_2025-08.pdf ({size}, belum ditandatangani)
  Subjek     : [UJI] [DATA SIMULASI] Laporan Jaminan Sosial Ketenagakerjaan Kota Simulasi, Agustus 2025

SEKDA     Sekretaris Daerah              s***@contoh.test  uji ke P***@contoh.test, belum ditandatangani
DISNAKER  Kepala Dinas Tenaga Kerja      d***@contoh.test  uji ke P***@contoh.test, belum ditandatangani
BPJSTK    Kepala Kantor Cabang Simulasi  c***@mitra.test   uji ke P***@contoh.test, belum ditandatangani
"
        )
    );
    let received = room.received();
    assert_eq!(received.len(), 3);
    assert!(
        received.iter().all(|(to, subject, _)| to == "Penguji@contoh.test" && subject.contains("[UJI]")),
        "{received:?}"
    );
    assert!(!room.path().join(".rakor/pengiriman.db").exists());
    assert_eq!(room.first().exit, Exit::Done);
    assert_eq!(room.server.counts().len(), 6, "a rehearsal has Message-IDs of its own");
    for (arguments, code) in [
        ("kirim bulanan --uji-ke penguji --ya", "S052"),
        ("kirim bulanan --uji-ke a@b.test,c@d.test --ya", "S052"),
        ("kirim bulanan --uji-ke penguji@contoh.test", "S056"),
    ] {
        let run = room.run(arguments);
        assert_eq!(run.exit, Exit::Usage, "{arguments}");
        assert!(run.err.contains(&format!("kesalahan[{code}]")), "{}", run.err);
    }
    room.configure(&format!("{RELAY}domain_diizinkan = [\"contoh.test\", \"mitra.test\"]\n"), "");
    let run = room.run("kirim bulanan --uji-ke penguji@lain.test --ya");
    assert!(run.err.contains("kesalahan[S053] --uji-ke\n"), "{}", run.err);
}

#[test]
fn a_rehearsal_of_a_revision_is_announced_like_it() {
    let room = Room::new();
    assert_eq!(room.first().exit, Exit::Done);
    let arguments =
        ["kirim", "bulanan", "--uji-ke", "penguji@contoh.test", "--ya", "--revisi", "1", "--perubahan", "Tabel 2"];
    let run = room.run_in(super::desk::Around::default(), &arguments);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(run.err.contains("\n  Subjek     : [UJI] [Revisi 1] [DATA SIMULASI] Laporan "), "{}", run.err);
    let marked = room.received().into_iter().filter(|(_, subject, _)| subject.starts_with("[UJI] [Revisi 1] ")).count();
    assert_eq!(marked, 3);
}

#[test]
fn a_message_laid_down_keeps_its_file_and_the_plan_says_so() {
    let script = Script::default().to_first("sekda@contoh.test", Step::Rcpt, 1, Act::say("450 4.2.1 sibuk"));
    let room = Room::with(SmtpServer::start(Wire::Plain, script), RELAY);
    assert_eq!(room.first().exit, Exit::Delivery);
    let before = room.run("riwayat --format json").json()[0]["sha256"].as_str().unwrap().to_owned();
    room.later(60);
    let row = room.read("data/kepesertaan.csv");
    let row = row.lines().find(|line| line.starts_with("2025-08,99.71,RENTAN,")).unwrap().to_owned();
    room.change("data/kepesertaan.csv", &row, &row.replace(row.split(',').nth(4).unwrap(), "100"));
    let run = room.run("kirim bulanan --uji");
    let line = format!("akan dicoba lagi, belum ditandatangani, berkas lama {}\n", &before[..8]);
    assert!(run.out.contains(&line), "{}", run.out);
    assert!(
        run.err.contains("disiapkan; 1 surel yang belum terkirim tetap membawa berkas yang lama.\n"),
        "{}",
        run.err
    );
    // A file that is named is the file that is sent, or nothing is.
    assert_eq!(room.run("buat bulanan -o siap.pdf").exit, Exit::Done);
    let run = room.run("kirim bulanan --ya --berkas siap.pdf");
    assert_eq!(run.exit, Exit::Usage, "{}", run.err);
    assert!(
        run.err.contains(
            "kesalahan[S058] siap.pdf\n  Berkas ini berbeda dari yang telah disiapkan dalam 1 surel yang belum terkirim; tidak \
             satu pun surel dikirim.\n"
        ),
        "{}",
        run.err
    );
    assert_eq!(room.server.kept().len(), 2);
}

#[test]
fn a_second_mail_to_another_address_of_somebody_is_told() {
    let room = Room::new();
    assert_eq!(room.first().exit, Exit::Done);
    room.change("data/penerima.csv", "sekda@contoh.test", "setda@contoh.test");
    let run = room.run("kirim bulanan --uji");
    assert!(
        run.err.contains(
            "peringatan[S074] data/penerima.csv, baris 2, kolom pos_el
  SEKDA sudah mendapat laporan ini pada alamat lain; alamat yang sekarang mendapat surel tersendiri.
  Tindakan  : Pastikan surel yang kedua itu memang diperlukan sebelum melanjutkan.
"
        ),
        "{}",
        run.err
    );
}

#[test]
fn a_rehearsal_to_a_server_that_refuses_says_so() {
    let script = Script::default().nth(Step::Rcpt, 2, Act::say("550 5.1.1 tidak ada"));
    let room = Room::with(SmtpServer::start(Wire::Plain, script), RELAY);
    let run = room.run("kirim bulanan --uji-ke penguji@contoh.test --ya");
    assert_eq!(run.exit, Exit::Delivery, "{}", run.err);
    assert!(run.out.contains("SEKDA     terkirim\nDISNAKER  gagal: 550 "), "{}", run.out);
}

#[test]
fn who_may_be_written_to_is_decided_before_anything_is_sent() {
    let room = Room::new();
    for (more, said) in [
        (
            "domain_diizinkan = [\"contoh.test\"]\n",
            "kesalahan[S053] data/penerima.csv, baris 4, kolom pos_el
  Alamat BPJSTK berdomain mitra.test, yang tidak termasuk domain yang diizinkan.
  Seharusnya: salah satu dari contoh.test atau domain di bawahnya
  Tindakan  : Perbaiki alamat itu atau lengkapi daftar domain; tidak satu pun surel dikirim.
  Lihat juga: rakor.toml, baris 23, kunci surel.domain_diizinkan[1]
",
        ),
        (
            "[[surel.wilayah]]\nkode = \"99\"\ndomain = [\"mitra.test\", \"contoh.test\"]\n[[surel.wilayah]]\nkode = \
             \"99.71\"\ndomain = [\"mitra.test\"]\n",
            "Alamat SEKDA berdomain contoh.test, yang bukan domain penerima laporan wilayah 99.71.",
        ),
    ] {
        room.configure(&format!("{RELAY}{more}"), "");
        let run = room.run("kirim bulanan --ya --buku-baru");
        assert_eq!(run.exit, Exit::Data, "{}", run.err);
        assert!(run.err.contains(said), "{}", run.err);
    }
    for more in [
        "domain_diizinkan = [\"test\", \"x.y\"]\n",
        "domain_diizinkan = [\"Contoh.test\", \"mitra.test\"]\n",
        "[[surel.wilayah]]\nkode = \"99.7\"\ndomain = [\"lain.test\"]\n",
    ] {
        room.configure(&format!("{RELAY}{more}"), "");
        let run = room.run("kirim bulanan --uji");
        let expected = if more.contains("\"99.7\"") || more.contains("[\"test\"") { Exit::Usage } else { Exit::Done };
        assert_eq!(run.exit, expected, "{more}: {}", run.err);
    }
    assert!(room.server.talks().is_empty());
}

#[test]
fn every_mistake_in_the_list_is_named_by_its_place_and_never_by_its_value() {
    let room = Room::new();
    let rows = "\
kode,peran,jabatan,sapaan,nama,pos_el,jenis_laporan,kode_wilayah
SEKDA,a,Sekretaris Daerah,,,sekda@contoh.test;rahasia@contoh.test,bulanan,
DUA,a,Kepala,,,rahasia,bulanan,
TIGA,a,Kepala,,,rahasía@contoh.test,bulanan,
";
    room.write("data/penerima.csv", rows);
    let run = room.run("kirim bulanan --ya --buku-baru");
    assert_eq!(run.exit, Exit::Data);
    for (row, said) in [
        (2, "Satu sel memuat lebih dari satu alamat surel."),
        (3, "Alamat surel tidak berbentuk nama@domain."),
        (4, "Bagian alamat surel sebelum @ memuat karakter selain huruf latin"),
    ] {
        let head = format!("kesalahan[S052] data/penerima.csv, baris {row}, kolom pos_el\n  {said}");
        assert!(run.err.contains(&head), "{}", run.err);
    }
    assert!(!run.err.contains("rahasia") && !run.err.contains("rahasía"), "{}", run.err);
    let rows = "\
kode,peran,jabatan,sapaan,nama,pos_el,jenis_laporan,kode_wilayah
SEKDA,a,Sekretaris Daerah,,,sekda@contoh.test,bulanann,
sekda,a,Kepala,,,dua@contoh.test,,99.17
TIGA,a,\"Kepala
Dinas\",,,tiga@contoh.test,bulanan; evaluasi ;,99.71;
";
    room.write("data/penerima.csv", rows);
    let run = room.run("kirim bulanan --ya --buku-baru");
    assert_eq!(run.exit, Exit::Data, "{}", run.err);
    for said in [
        "kesalahan[R028] data/penerima.csv, baris 2, kolom jenis_laporan\n  Jenis laporan \"bulanann\" tidak dikenal; mungkin \
         yang dimaksud `bulanan`.\n  Seharusnya: bulanan, pemeriksaan-angka, evaluasi, konstruksi, rekapitulasi\n",
        "kesalahan[R029] data/penerima.csv, baris 3, kolom kode_wilayah\n  Kode wilayah \"99.17\" tidak dikenal; mungkin yang \
         dimaksud `99.71`.\n",
        "kesalahan[R027] data/penerima.csv, baris 3, kolom kode\n  Penerima \"sekda\" tercantum dua kali.\n",
        "kesalahan[R036] data/penerima.csv, baris 4, kolom jabatan\n",
        "Ditemukan 4 kesalahan.\n",
    ] {
        assert!(run.err.contains(said), "{said}\n---\n{}", run.err);
    }
    // Checking the data finds them as well.
    let checked = room.run("periksa");
    assert_eq!(checked.exit, Exit::Data);
    assert!(checked.out.contains("kesalahan[R027]") && checked.out.contains("kesalahan[R029]"), "{}", checked.out);
}

#[test]
fn recipients_stand_in_the_manifest_as_well() {
    let room = Room::new();
    std::fs::remove_file(room.path().join("data/penerima.csv")).unwrap();
    let nobody = room.run("kirim bulanan --uji");
    assert_eq!(nobody.exit, Exit::Usage);
    assert!(nobody.err.contains("kesalahan[S051]\n  Belum ada penerima laporan.\n"), "{}", nobody.err);
    let one = "[[penerima]]\nkode = \"SEKDA\"\njabatan = \"Sekretaris Daerah\"\npos_el = \"Sekda@Contoh.Test\"\n\
               jenis_laporan = \"evaluasi\"\n";
    room.configure(RELAY, one);
    let nobody = room.run("kirim bulanan --uji");
    assert!(nobody.err.contains("Tidak ada penerima laporan bulanan tentang wilayah 99.71."), "{}", nobody.err);
    let two = "[[penerima]]\nkode = \"KEDUA\"\njabatan = \"Kepala\"\npos_el = \"sekda@contoh.test\"\n[[penerima]]\nkode = \
               \"KETIGA\"\njabatan = \"Kepala\"\npos_el = \"SEKDA@contoh.test\"\n";
    room.configure(RELAY, &format!("{one}{two}"));
    let run = room.run("kirim bulanan --ya --buku-baru");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(
        run.err.contains("KETIGA beralamat sama dengan KEDUA; hanya satu surel yang dikirim.")
            && run.err.contains("tidak dikirim karena alamatnya sama dengan KEDUA"),
        "{}",
        run.err
    );
    assert_eq!(room.server.kept().len(), 1);
    room.configure(RELAY, &two.replace("sekda@contoh.test", "rahasia"));
    let run = room.run("kirim bulanan --uji");
    assert_eq!(run.exit, Exit::Data);
    assert!(run.err.contains("kesalahan[S052] rakor.toml, baris "), "{}", run.err);
    assert!(!run.err.contains("rahasia"), "{}", run.err);
}

#[test]
fn a_list_that_changed_since_the_month_before_is_told() {
    let room = Room::new();
    assert_eq!(room.run("kirim bulanan --periode 2025-07 --ya --buku-baru").exit, Exit::Done);
    let rows = RECIPIENTS.replace("disnaker@contoh", "naker@contoh").replace("BPJSTK", "CABANG");
    room.write("data/penerima.csv", &rows);
    let run = room.run("kirim bulanan --uji");
    assert_eq!(run.exit, Exit::Done);
    assert!(
        run.err.contains(
            "peringatan[S055] data/penerima.csv
  Daftar penerima berbeda dari 2025-07 (baru: CABANG; tidak ada lagi: BPJSTK; alamatnya berubah: DISNAKER).
  Tindakan  : Pastikan perubahan itu memang dimaksudkan sebelum melanjutkan.
"
        ),
        "{}",
        run.err
    );
}

#[test]
fn a_manifest_without_what_sending_needs_is_refused() {
    let room = Room::new();
    let plain = room.read("rakor.toml");
    let (before, _) = plain.split_once("\n[surel]").unwrap();
    room.write("rakor.toml", before);
    let run = room.run("kirim bulanan --uji");
    assert_eq!(run.exit, Exit::Usage);
    assert!(run.err.contains("kesalahan[S050] rakor.toml\n  Bagian [surel] belum ada"), "{}", run.err);
    for (more, said) in [
        (
            "sandi_pdf = \"kenari\"\n",
            "kesalahan[M013] rakor.toml, baris 22, kunci surel.sandi_pdf\n  Laporan tidak dapat diberi kata sandi: PDF/A, bentuk \
             arsip laporan ini, melarang enkripsi.\n  Tindakan  : Hapus kunci itu; berkas yang rahasia disampaikan dengan cara \
             lain.\n",
        ),
        ("sandi = \"kenari\"\n", "Kata sandi tidak ditulis dalam rakor.toml."),
        ("sandi = \"kenari\n", "kesalahan[M001] rakor.toml, baris 22\n"),
        ("kata_sandi = kenari\n", "kesalahan[M001] rakor.toml, baris 22\n"),
        ("berkas_sandi = \"sandi\"\n", "Kata sandi tanpa nama pengguna tidak dapat dipakai."),
        (
            "pengaman = \"relai_lokal\"\npengguna = \"setda\"\nberkas_sandi = \"sandi\"\n",
            "kesalahan[M008] rakor.toml, baris 23, kunci surel.pengguna\n  Relai lokal tidak memakai TLS sehingga nama \
             pengguna dan kata sandi tidak dikirim kepadanya.\n  Tindakan  : Hapus `pengguna` beserta kunci kata sandinya, \
             atau ganti `pengaman` dengan \"tls\" atau \"starttls\".\n  Lihat juga: rakor.toml, baris 22, kunci \
             surel.pengaman\n",
        ),
        ("pengaman = \"ssl\"\n", "salah satu dari \"tls\", \"starttls\", \"relai_lokal\""),
        ("balas_ke = \"setda\"\n", "Alamat surel itu salah tulis."),
        ("[[surel.wilayah]]\nkode = \"99\"\ndomain = [\"a@b.test\"]\n", "domain tanpa @ dan tanpa spasi"),
        ("penguna = \"x\"\n", "Kunci `penguna` tidak dikenal dalam bagian [surel]; mungkin yang dimaksud `pengguna`."),
        ("[[penerima]]\nkode = \"A\"\nnama = \"kenari\n", "kesalahan[M001] rakor.toml, baris 24\n"),
        ("[[penerima]]\nkode = \"A\"\njabatan = \"B\"\nnama = 5\npos_el = \"kenari@x.test\"\n", "bilangan bulat"),
    ] {
        room.configure(more, "");
        let run = room.run("kirim bulanan --uji");
        assert_eq!(run.exit, Exit::Usage, "{more}: {}", run.err);
        assert!(run.err.contains(said), "{more}: {}", run.err);
        assert!(!run.err.contains("kenari"), "{more}: {}", run.err);
    }
}

#[test]
fn options_that_contradict_each_other_are_refused() {
    let room = Room::new();
    for (arguments, said) in [
        ("kirim bulanan --uji --ya", "`--uji` tidak dapat digunakan bersama `--ya`."),
        ("kirim bulanan --revisi 1", "belum diisi: --perubahan <TEKS>."),
        ("kirim bulanan --tanpa-cocok x", "belum diisi: --berkas <BERKAS>."),
        ("kirim bulanan --revisi 0 --perubahan x", "Kiriman pertama bukan revisi."),
        ("kirim bulanan -o x", "belum diisi: --uji."),
        ("kirim bulanan --tahun 2024 --uji", "Ganti dengan --periode TAHUN-BULAN."),
        ("selesaikan", "belum diisi: [ID], [KEPUTUSAN]."),
        ("selesaikan abcdef terkirm", "mungkin yang dimaksud `terkirim`."),
        ("selesaikan --pulihkan-buku abcdef terkirim", "tidak dapat digunakan bersama"),
        ("riwayat --cari abc", "Itu bukan SHA-256 atau delapan karakter pertamanya."),
        ("riwayat --periode 2025-13", "Periode itu salah tulis."),
        ("riwayat -o x.txt", "Nama berkas \"x.txt\" tidak berakhiran .csv."),
    ] {
        let run = room.run(arguments);
        assert_eq!(run.exit, Exit::Usage, "{arguments}");
        assert!(run.err.contains(said), "{arguments}: {}", run.err);
    }
    for text in ["baris satu\nbaris dua", " ", "\u{1b}[2J"] {
        let run = room.run_in(
            super::desk::Around::default(),
            &["kirim", "bulanan", "--ya", "--revisi", "1", "--perubahan", text],
        );
        assert_eq!(run.exit, Exit::Usage, "{text:?}");
        assert!(run.err.contains("kesalahan[C001] --perubahan\n"), "{}", run.err);
    }
    assert!(room.server.talks().is_empty());
}

#[test]
fn a_finished_file_must_follow_from_the_data() {
    let room = Room::new();
    assert_eq!(room.run("buat bulanan -o siap.pdf").exit, Exit::Done);
    room.write("lain.pdf", "%PDF-1.7\nbukan laporan\n");
    let run = room.run("kirim bulanan --ya --buku-baru --berkas lain.pdf");
    assert_eq!(run.exit, Exit::Unverified, "{}", run.err);
    assert!(
        run.err.contains(
            "kesalahan[S061] lain.pdf
  Isi lain.pdf tidak cocok dengan laporan yang dibuat dari data sekarang; tidak satu pun surel dikirim.
  Tindakan  : Kirim berkas yang benar, atau jelaskan sebabnya dengan --tanpa-cocok ALASAN.
"
        ),
        "{}",
        run.err
    );
    for (path, what) in [("tiada.pdf", "tidak ditemukan"), ("data", "bukan berkas biasa")] {
        let run = room.run(&format!("kirim bulanan --ya --buku-baru --berkas {path}"));
        assert_eq!(run.exit, Exit::Usage, "{path}");
        assert_eq!(
            run.err,
            format!(
                "kesalahan[S075] --berkas\n  {path} {what}; tidak satu pun surel dikirim.\n  Tindakan  : Periksa nama berkas \
                 itu; namanya ditulis dari folder tempat perintah ini dijalankan, bukan dari ruang kerja.\n\nDitemukan 1 \
                 kesalahan.\n"
            )
        );
    }
    assert!(room.server.talks().is_empty());
    let run = room.run("kirim bulanan --ya --buku-baru --berkas lain.pdf --tanpa-cocok dipindai");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(run.err.contains("  Tanpa cocok: dipindai\n"), "{}", run.err);
    let run = room.run("riwayat --format json");
    assert!(run.json().iter().take(3).all(|line| line["tanpa_cocok"] == "dipindai"), "{}", run.out);
    // No reason sends what is no PDF: the file of a password lies nearby.
    let slip = Room::new();
    slip.write("sandi", "rahasia\n");
    let run = slip.run("kirim bulanan --ya --buku-baru --berkas sandi --tanpa-cocok dipindai");
    assert_eq!(run.exit, Exit::Unverified, "{}", run.err);
    assert_eq!(
        run.err,
        "kesalahan[B001] sandi\n  Berkas ini bukan PDF.\n  Tindakan  : Pilih berkas PDF laporan yang dibuat oleh rakor.\n\n\
         Ditemukan 1 kesalahan.\n"
    );
    assert!(slip.server.talks().is_empty());
    let whole = Room::new();
    assert_eq!(whole.run("buat bulanan -o siap.pdf").exit, Exit::Done);
    assert_eq!(whole.run("kirim bulanan --ya --buku-baru --berkas siap.pdf").exit, Exit::Done);
    assert_eq!(whole.taken(), each_once());
}

#[test]
fn a_file_that_somebody_has_worked_on_is_not_overwritten() {
    let room = Room::new();
    assert_eq!(room.run("buat bulanan").exit, Exit::Done);
    let path = room.path().join("keluaran/bulanan_99.71-kota-simulasi_2025-08.pdf");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes.extend_from_slice(b"\nstartxref\n0\n%%EOF\n");
    std::fs::write(&path, &bytes).unwrap();
    let run = room.run("kirim bulanan --ya --buku-baru");
    assert_eq!(run.exit, Exit::Usage, "{}", run.err);
    assert!(
        run.err.contains("telah diubah setelah dibuat, misalnya ditandatangani; berkas itu tidak ditimpa."),
        "{}",
        run.err
    );
    assert!(run.err.contains("--berkas keluaran/bulanan_99.71-kota-simulasi_2025-08.pdf"), "{}", run.err);
    // Neither a rehearsal to oneself nor another build takes its place.
    let run = room.run("kirim bulanan --uji-ke penguji@contoh.test --ya");
    assert!(run.err.starts_with("kesalahan[S062] keluaran/"), "{}", run.err);
    let run = room.run("buat bulanan");
    assert_eq!(run.exit, Exit::Usage, "{}", run.err);
    assert!(
        run.err
            .contains("sudah ada dan telah diubah setelah dibuat, misalnya ditandatangani; berkas itu tidak ditimpa."),
        "{}",
        run.err
    );
    assert!(std::fs::read(&path).unwrap() == bytes);
    assert!(room.server.talks().is_empty());
    // A rehearsal on paper tells what would refuse the sending.
    let run = room.run("kirim bulanan --uji");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(run.err.contains("peringatan[S062] keluaran/"), "{}", run.err);
}
