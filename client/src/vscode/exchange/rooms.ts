import type { TextFiles } from '../files.ts';
import type { StatementClient } from '../language/statement-client.ts';
import type { Readings } from '../reading/readings.ts';
import type { Runtime } from '../runtime.ts';
import type { LabelSchemes } from '../tagging/label-schemes.ts';
import type { TaggedDocuments } from '../tagging/tagged-document.ts';

/** What the exchange of tags with other tools is made with. */
export interface ExchangeRooms {
  readonly documents: TaggedDocuments;
  readonly readings: Readings;
  readonly files: TextFiles;
  readonly schemes: LabelSchemes;
  readonly client: StatementClient;
  readonly runtime: Runtime;
}
