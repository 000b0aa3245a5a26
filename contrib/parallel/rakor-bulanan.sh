#!/bin/sh
# All reports of one month by machines that share a disk, four parts in all: see contrib/README.md.
exec parallel --sshloginfile mesin --jobs 1 --joblog bagian.log --resume-failed \
    rakor buat bulanan -C /srv/rakor/laporan --wilayah semua --periode "${PERIODE:?}" --bagian '{}/4' ::: 1 2 3 4
