import type { Terminal } from './output.ts';
import { run } from './program.ts';

// Whoever reads the output may stop reading it, as `head` does: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Whether there are colours is the terminal's answer: it knows NO_COLOR, FORCE_COLOR and TERM.
const terminalOf = (stream: NodeJS.WriteStream): Terminal | undefined =>
  stream.isTTY ? { columns: stream.columns || 80, colour: stream.hasColors() } : undefined;

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  terminal: terminalOf(process.stdout),
  errTerminal: terminalOf(process.stderr),
});
