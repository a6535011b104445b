import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { type Runtime, startServer } from '../server.ts';
import { clientFiles } from './client-files.ts';

const worker = self as unknown as Worker;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
);

const runtime: Runtime = {
  // Unlike a timer, a message is not slowed down by the browser when many follow each other.
  setImmediate(callback) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      callback();
    };
    port2.postMessage(undefined);
  },
  setTimeout(callback, milliseconds) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  files: ({ readsFiles }) => (readsFiles === true ? clientFiles(connection, runtime) : undefined),
};

startServer(connection, runtime);
