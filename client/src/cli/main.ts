import { jiaozhu } from './jiaozhu.ts';
import type { Terminal } from './terminal.ts';

const terminal: Terminal = {
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (line) => void process.stderr.write(`${line}\n`),
  async input(limit) {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > limit) break;
    }
    return Buffer.concat(chunks);
  },
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Who reads the output has seen enough of it, as `head` has.
  if (error.code === 'EPIPE') return;
  terminal.err(`jiaozhu: ${error.message}`);
  process.exitCode = 2;
});
process.stderr.on('error', () => {});

// The exit code is set and not called for, so that output still on its way is not cut.
void jiaozhu(process.argv.slice(2), terminal).then((code) => {
  process.exitCode ||= code;
});
