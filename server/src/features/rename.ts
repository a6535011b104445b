import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { t } from '../l10n/language.ts';

/** What is answered to whoever would rename something in a source. */
export function refusedRename(): ResponseError<never> {
  return new ResponseError<never>(
    LSPErrorCodes.RequestFailed,
    t(
      'This is a source text: a name in it stays as it is printed. Where it was misread, use the quick-fix of the finding; to give it a name of your own, tag it and write a note, or add the instrument to .jiaozhu/instruments.json.',
    ),
  );
}
