// Read files with N3.js and write each as N-Triples, its named graphs merged: node read.js IN FORMAT OUT ...
import { createReadStream, createWriteStream } from "node:fs";
import { DataFactory, StreamParser, Writer } from "n3";

const [, , ...rest] = process.argv;
for (let at = 0; at < rest.length; at += 3) {
  const [from, format, to] = rest.slice(at, at + 3);
  const writer = new Writer(createWriteStream(to), { format: "N-Triples" });
  const quads = createReadStream(from).pipe(new StreamParser({ format }));
  for await (const { subject, predicate, object } of quads) writer.addQuad(DataFactory.quad(subject, predicate, object));
  await new Promise((done, failed) => writer.end((error) => (error ? failed(error) : done())));
}
