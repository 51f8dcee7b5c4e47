import sys,pathlib
sys.path.insert(0,'.')
from kg.extraction import interim,names,run,frames
g=names.gazetteer()
SH=pathlib.Path('/work/shared')
docs={p.stem:p for p in sorted((SH/'extraction/docs').glob('*.txt'))}|{p.stem:p for p in sorted((SH/'seeds').glob('*'))}
sel=sys.argv[2:] or list(docs)
out=pathlib.Path(sys.argv[1]); out.mkdir(exist_ok=True,parents=True)
for s in docs:
    if any(s.startswith(x) for x in sel):
        a=interim.read(str(docs[s]))
        (out/f'{s}.jsonl').write_text(''.join(l+'\n' for l in frames.lines(run.extract(a,g))))
