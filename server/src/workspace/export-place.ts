/**
 * What is written for other tools holds texts that look like statements and are none of the collection. A folder of
 * such is told by its name, which the editor proposes, or by a file in it.
 */
export const exportMark = '.jiaozhu-export';

/** What the file says to people who come upon it. */
export const exportMarkText =
  'Jiaozhu has exported to this folder: its texts are not counted as documents of the folder above. Delete this file if they are to be.\n校注导出的文件夹：其中的文本不计入上级文件夹的文书。如需计入，请删除此文件。\n';

/** The name of the folder that is proposed for a format. */
export function exportFolderName(format: string): string {
  return `${exportFolder}-${format}`;
}

export function isExportFolderName(name: string): boolean {
  return name === exportFolder || name.startsWith(`${exportFolder}-`);
}

const exportFolder = 'jiaozhu-export';

/**
 * The folders that a written text lies in, the outermost first, of which one is to have the mark: the first that holds
 * nothing else. None for a file that nobody takes for a statement. Paths below the output, empty for itself.
 */
export function foldersToMark(file: string): readonly string[] {
  if (!/\.(?:txt|statement)$/i.test(file)) return [];
  const parts = file.split('/').slice(0, -1);
  return ['', ...parts.map((_, at) => parts.slice(0, at + 1).join('/'))];
}
