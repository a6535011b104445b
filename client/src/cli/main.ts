import { fstatSync } from 'node:fs';
import { jiaozhu } from './jiaozhu.ts';
import type { Terminal } from './terminal.ts';

const terminal: Terminal = {
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (line) => void process.stderr.write(`${line}\n`),
  async input(limit) {
    // Node's stream would wait for a directory for ever.
    if (fstatSync(0).isDirectory()) throw Object.assign(new Error('A directory.'), { code: 'EISDIR' });
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

let outputFailed = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Who reads the output has seen enough of it, as `head` has.
  if (error.code === 'EPIPE') return;
  terminal.err(`jiaozhu: ${error.message}`);
  outputFailed = true;
  process.exitCode = 2;
});
process.stderr.on('error', () => {});

// Until it has run it has not run. The code is set and exit() not called, so that output on its way is not cut.
process.exitCode = 2;
void jiaozhu(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = outputFailed ? 2 : code;
});
