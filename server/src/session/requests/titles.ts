import {
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentLinkRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  PrepareRenameRequest,
  RenameRequest,
} from 'vscode-languageserver';
import { codeLenses, resolveCodeLens } from '../../features/code-lenses.ts';
import { type CompletionData, completion, completionCard } from '../../features/completion.ts';
import { documentLinks } from '../../features/document-links.ts';
import { type InlayHintData, inlayHintCard, inlayHints } from '../../features/inlay-hints.ts';
import { refusedRename } from '../../features/rename.ts';
import { positionOf, rangeOf } from '../../parameters.ts';
import type { Answering } from './answering.ts';

/** Answers what an editor shows beside the titles of instruments, and offers while one is written. */
export function answerAboutTitles(answer: Answering): void {
  const { connection } = answer;

  connection.onRequest(DocumentLinkRequest.type, (params, token) =>
    answer.from(DocumentLinkRequest.type, params, token, [], (document) =>
      documentLinks(document, answer.around(document), answer.session.client.linkTooltips),
    ),
  );

  connection.onRequest(CodeLensRequest.type, (params, token) =>
    answer.from(CodeLensRequest.type, params, token, [], (document) => codeLenses(document)),
  );

  connection.onRequest(CodeLensResolveRequest.type, (lens, token) =>
    answer.from(CodeLensResolveRequest.type, { textDocument: lens?.data }, token, lens, (document) =>
      resolveCodeLens(document, lens, document.registry, answer.session.commands),
    ),
  );

  connection.onRequest(InlayHintRequest.type, (params, token) =>
    answer.from(InlayHintRequest.type, params, token, [], (document) =>
      inlayHints(document, document.lines.toOffsets(rangeOf(params)), document.registry),
    ),
  );

  connection.onRequest(InlayHintResolveRequest.type, (hint, token) => {
    const data = hint?.data as InlayHintData;
    return answer.from(InlayHintResolveRequest.type, { textDocument: data }, token, hint, (document) => {
      // Made for a text that is no longer there, it will be asked for anew.
      if (document.version !== data.version) return hint;
      const { markdownHover } = answer.session.client;
      const tooltip = inlayHintCard(document, data, answer.around(document), markdownHover);
      return tooltip === undefined ? hint : { ...hint, tooltip };
    });
  });

  connection.onRequest(CompletionRequest.type, (params, token) =>
    answer.from(CompletionRequest.type, params, token, null, (document) =>
      completion(
        document,
        document.lines.offsetAt(positionOf(params)),
        document.registry,
        answer.session.client.completion,
      ),
    ),
  );

  connection.onRequest(CompletionResolveRequest.type, (item, token) => {
    const data = item?.data as CompletionData;
    return answer.from(CompletionResolveRequest.type, { textDocument: data }, token, item, (document) => ({
      ...item,
      ...completionCard(data, document, answer.session.client.markdownCompletion),
    }));
  });

  for (const request of [PrepareRenameRequest.type, RenameRequest.type]) {
    connection.onRequest(request.method, () => answer.runner.refusal(request.method) ?? refusedRename());
  }
}
