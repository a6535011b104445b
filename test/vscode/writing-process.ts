import { replaceFile as replaceByCommand } from '../../client/src/cli/replace-file.ts';
import { replaceFile as replaceInEditor } from '../../client/src/vscode/node/replace-file.ts';
import { uriOf } from './files-on-disk.ts';

/** Writes two texts by turns until it is killed. Arguments: who writes, the file, and how long the texts are. */
const [writer = '', path = '', length = '0'] = process.argv.slice(2);
for (let turn = 0; ; turn++) {
  const content = JSON.stringify({ turn, filling: (turn % 2 === 0 ? '甲' : '乙').repeat(Number(length)) });
  if (writer === 'command') replaceByCommand(path, content);
  else if (writer === 'editor') await replaceInEditor(uriOf(path), Buffer.from(content));
  // It is under way: whoever kills us counts from here.
  if (turn === 0) process.stdout.write('.');
}
