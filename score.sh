#!/bin/bash
# score.sh A|B|C [opts]
A="000 001 002 006 010 015 020 026 031 037 042 047 062"
B="004 013 023 034 045 053 058 065"
C="008 018 028 039 050 055 060 068 070"
rm -rf /tmp/gold /tmp/pred; mkdir -p /tmp/gold
case $1 in A) S=$A;; B) S=$B;; C) S=$C;; AB) S="$A $B";; all) S="$A $B $C";; *) S=$1;; esac
for s in $S; do cp /work/shared/extraction/gold/$s*.jsonl /tmp/gold/; done
cd /work/wt-extract && /work/venv/bin/python predict.py /tmp/pred $S && python3 /work/shared/extraction/score.py /tmp/gold /tmp/pred "${@:2}"
