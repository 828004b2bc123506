import Foundation
import Programs
import TestSupport
import Testing

@Suite struct ProgramRunTests {
  private func run(_ script: String, _ arguments: String...) -> ProgramRun {
    ProgramRun(
      "/bin/sh", ["-c", script, "sh"] + arguments, environment: ["PATH": "/usr/bin:/bin", "A": "b"])
  }

  @Test func givesAProgramItsFilesAndItsEnvironment() throws {
    try withTemporaryFolder { folder in
      try write(["in": "one\n", "out": "much that was there before"], into: folder)
      var run = run("read x; echo $x $A $1; echo wrong >&2; exit 3", "two words")
      run.input = folder.path + "/in"
      run.output = folder.path + "/out"
      run.errors = folder.path + "/err"
      #expect(try run.status() == 3)
      let files = try contents(ofFolder: folder).mapValues { String(decoding: $0, as: UTF8.self) }
      #expect(files == ["in": "one\n", "out": "one b two words\n", "err": "wrong\n"])
    }
  }

  @Test func saysWhichProgramIsMissingAndWhatOneHasRefused() {
    #expect(throws: ProgramFailure.missing(program: "no-such-program")) {
      try runProgram(Invocation("no-such-program", []))
    }
    #expect(throws: ProgramFailure.refused(program: "sh", status: 3, words: "no")) {
      try runProgram(Invocation("sh", ["-c", "echo no >&2; exit 3"]))
    }
  }

  @Test func saysHowAProgramEnds() throws {
    #expect(try run("read x; exit $?").status() == 1)
    #expect(try run("kill -9 $$").status() == 137)
    #expect(throws: ProgramRun.Failure.refused(reason: "No such file or directory")) {
      try ProgramRun("/no/such/program", [], environment: [:]).status()
    }
  }

  @Test func endsAProgramThatPrintsNothing() {
    for script in ["exec sleep 1000", "trap '' TERM; while :; do sleep 0.1; done"] {
      var run = run(script)
      run.patience = .zero
      #expect(throws: ProgramRun.Failure.silent) { try run.status() }
    }
  }

  @Test func leavesAProgramInItsGroup() throws {
    try withTemporaryFolder { folder in
      var run = run("cut -d ' ' -f 5 /proc/$$/stat")
      run.output = folder.path + "/out"
      run.patience = .seconds(60)
      #expect(try run.status() == 0)
      let group = try String(contentsOfFile: folder.path + "/out", encoding: .utf8)
      #expect(group.filter(\.isNumber) == "\(getpgrp())")
    }
  }
}
