#!/bin/sh
# All reports of one month by an array of four jobs, each of which makes its part: see contrib/README.md.
#SBATCH --job-name=rakor-bulanan
#SBATCH --array=0-3
#SBATCH --cpus-per-task=4
#SBATCH --mem-per-cpu=1G
#SBATCH --time=01:00:00
#SBATCH --requeue
# Asked to stop in time, the program finishes the reports under way; the same command makes the rest.
#SBATCH --signal=B:TERM@100
exec rakor buat bulanan -C "${RUANG_KERJA:-/srv/rakor/laporan}" --wilayah semua --periode "${PERIODE:?}" \
    --bagian "$((SLURM_ARRAY_TASK_ID - SLURM_ARRAY_TASK_MIN + 1))/$SLURM_ARRAY_TASK_COUNT" \
    --proses "$SLURM_CPUS_PER_TASK"
