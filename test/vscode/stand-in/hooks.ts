/** What asks for the module `vscode` is given the stand-in. To be imported before anything that asks. */
import { registerHooks } from 'node:module';

const place = new URL('vscode.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode' ? { url: place, shortCircuit: true } : next(specifier, context),
});
