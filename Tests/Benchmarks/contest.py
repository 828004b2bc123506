#!/usr/bin/env python3
"""Builds the same invented journal with fascicle and with Hugo, in turn, and prints the ratios.

    contest.py FASCICLE HUGO [--articles N]... [--runs R] [--formats LIST]

FASCICLE and HUGO are the programs themselves, not scripts that start them. Each figure is the
median of R runs; a ratio is the median of the ratios pair by pair. Processor time and peak memory
are the operating system's own account of the finished process. Every cold build writes to a new
folder, because some file systems are slow to create files where others have just been deleted.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
FIGURES = {"wall": "s", "cpu": "s", "memory": "MiB"}


def run(command):
    start = time.perf_counter()
    process = os.posix_spawnp(
        command[0], command, os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return {"wall": time.perf_counter() - start, "cpu": usage.ru_utime + usage.ru_stime,
            "memory": usage.ru_maxrss / 1024}


def compare(name, articles, runs, ours, theirs):
    """Runs A B A B … after one uncounted pair; `ours` and `theirs` give the command of run i."""
    pairs = [(run(ours(i)), run(theirs(i))) for i in range(runs + 1)][1:]
    for figure, unit in FIGURES.items():
        a, b = ([pair[side][figure] for pair in pairs] for side in (0, 1))
        ratio = statistics.median(x / max(y, 1e-9) for x, y in zip(a, b))
        print(f"| {name} | {articles} | {figure}, {unit} | {statistics.median(a):.3f} | {statistics.median(b):.3f} | {ratio:.3f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fascicle")
    parser.add_argument("hugo")
    parser.add_argument("--articles", type=int, action="append")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--formats", default="html,bib,ris,cite")
    options = parser.parse_args()
    print(f"hugo: {subprocess.run([options.hugo, 'version'], capture_output=True, text=True, check=True).stdout.split(' ')[1]}, {os.cpu_count()} processors\n")
    print("| build | articles | figure | fascicle | Hugo | ratio |\n| --- | ---: | --- | ---: | ---: | ---: |")
    for articles in options.articles or [100, 1000]:
        with tempfile.TemporaryDirectory(prefix="fascicle-bench-") as name:
            folder = pathlib.Path(name)
            subprocess.run([sys.executable, HERE / "corpus.py", "--articles", str(articles), folder], check=True)
            build = lambda out: [options.fascicle, "build", "--source", f"{folder}/fascicle", "--output", f"{folder}/{out}", "--formats", options.formats]
            hugo = lambda out: [options.hugo, "--quiet", "--source", f"{folder}/hugo", "--destination", f"{folder}/{out}"]
            compare("cold", articles, options.runs, lambda i: build(f"a{i}"), lambda i: hugo(f"b{i}"))
            files = [sum(1 for path in (folder / out).rglob("*") if path.is_file()) for out in ("a0", "b0")]
            print(f"| files written | {articles} | | {files[0]} | {files[1]} | {files[0] / files[1]:.3f} |")
            compare("nothing changed", articles, options.runs, lambda i: build("a0"), lambda i: hugo("b0"))


main()
