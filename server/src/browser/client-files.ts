import type { Connection } from 'vscode-languageserver';
import {
  type FindStatementsParams,
  findStatementsRequest,
  type ReadFileParams,
  readFileRequest,
} from '../protocol.ts';
import type { Runtime } from '../session/runtime.ts';
import { canonicalUri } from '../workspace/file-uri.ts';
import { longestInBytes, SlicedReader } from '../workspace/sliced-reader.ts';
import type { WorkspaceFiles } from '../workspace/workspace-files.ts';

/** The files of the workspace as the client reads them: a browser's server sees none itself. */
export function clientFiles(
  connection: Connection,
  { setImmediate }: Pick<Runtime, 'setImmediate'>,
): WorkspaceFiles {
  const read = async (params: ReadFileParams): Promise<Uint8Array | null> => {
    const answer: unknown = await connection.sendRequest(readFileRequest, params);
    return typeof answer === 'string' ? bytesOf(answer) : null;
  };
  return {
    sees: () => true,
    async readText(uri, most) {
      const bytes = await read({ uri, most });
      return bytes === null ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    },
    startReader: () =>
      new SlicedReader({
        async find(folder) {
          const params: FindStatementsParams = { folder };
          const answer: unknown = await connection.sendRequest(findStatementsRequest, params);
          if (!Array.isArray(answer)) return [];
          return answer.filter((uri) => typeof uri === 'string').map(canonicalUri);
        },
        bytes: (uri) => read({ uri, most: longestInBytes + 1 }),
        later: setImmediate,
      }),
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
