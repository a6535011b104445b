import { isExportFolderName } from './export-place.ts';
import { fileName, isBelow } from './file-uri.ts';
import { isStatementName } from './statement-name.ts';

/** Names of folders that nobody keeps statements in; hidden ones and those of exports are passed over as well. */
export function isPassedOver(folderName: string): boolean {
  return folderName.startsWith('.') || folderName === 'node_modules' || isExportFolderName(folderName);
}

/** Whether a file of a workspace folder is a statement of it by its name and place; canonical URIs. */
export function isStatementOf(folder: string, uri: string): boolean {
  if (!isBelow(uri, folder) || !isStatementName(fileName(uri))) return false;
  const names = uri.slice(folder.length).split('/').slice(0, -1);
  return !fileName(uri).startsWith('.') && !names.some(isPassedOver);
}
