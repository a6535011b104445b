import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type StateStack } from 'vscode-textmate';

const require = createRequire(import.meta.url);
const GRAMMAR = new URL('../../syntaxes/statement.tmLanguage.json', import.meta.url);

/** One token of a line: its text and its scopes, without the grammar's own. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Loads the grammar as the editor does: the same engine of expressions, the same tokenizer. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR.pathname),
  });
  const grammar = await registry.loadGrammar('text.statement');
  if (!grammar) throw new Error('the grammar text.statement could not be loaded');
  return grammar;
}

/** The tokens of each line of `source`, tokenized from its head. */
export function tokenize(grammar: IGrammar, source: string): Token[][] {
  let stack: StateStack = textmate.INITIAL;
  return source.split(/\r?\n/).map((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens
      .map((token) => ({
        text: line.slice(token.startIndex, token.endIndex),
        scopes: token.scopes.filter((scope) => scope !== 'text.statement'),
      }))
      .filter((token) => token.text !== '');
  });
}
