import type { CodeActionContext } from 'vscode-languageserver';
import { isRecord, Malformed } from './malformed.ts';
import type { StepParams } from './protocol.ts';
import type { Position, PositionRange } from './text/lines.ts';
import type { TextRange } from './text/range.ts';

/** What requests and notifications come with. Types say what a client should send; here is seen what it did. */

/** @throws Malformed where the parameters name no document */
export function textDocumentOf<T extends { readonly uri: string }>(params: { readonly textDocument: T }): T {
  if (!isRecord(params)) throw new Malformed('they are no object.');
  const { textDocument } = params;
  if (!isRecord(textDocument) || typeof textDocument.uri !== 'string') {
    throw new Malformed('“textDocument” names no document.');
  }
  return textDocument;
}

/** @throws Malformed where there is no position among the parameters */
export function positionOf({ position }: { readonly position: Position }): Position {
  if (!isPosition(position)) throw new Malformed('“position” is none.');
  return position;
}

/** @throws Malformed where the parameters are not about positions */
export function positionsOf({ positions }: { readonly positions: readonly Position[] }): readonly Position[] {
  if (!Array.isArray(positions) || !positions.every(isPosition)) throw new Malformed('“positions” are none.');
  return positions;
}

/** @throws Malformed where the parameters do not say from where, to what and in which direction */
export function stepOf(params: StepParams): StepParams {
  const { offset, unit, direction } = params;
  if (!Number.isInteger(offset)) throw new Malformed('“offset” is no whole number.');
  if (!['section', 'item', 'paragraph'].includes(unit)) throw new Malformed('“unit” is none.');
  if (!['next', 'previous'].includes(direction)) throw new Malformed('“direction” is none.');
  return params;
}

/** @throws Malformed where there is no range among the parameters */
export function rangeOf({ range }: { readonly range: PositionRange }): PositionRange {
  if (!isPositionRange(range)) throw new Malformed('“range” is none.');
  return range;
}

/** @throws Malformed where the parameters do not say in what context actions are wanted */
export function codeActionContextOf({ context }: { readonly context: CodeActionContext }): CodeActionContext {
  const isContext =
    isRecord(context) &&
    Array.isArray(context.diagnostics) &&
    context.diagnostics.every(isRecord) &&
    (context.only === undefined || Array.isArray(context.only));
  if (!isContext) throw new Malformed('“context” is none.');
  return context;
}

/** Whether it is a range of offsets (UTF-16). */
export function isTextRange(value: unknown): value is TextRange {
  return isRecord(value) && Number.isInteger(value.start) && Number.isInteger(value.end);
}

export function isPositionRange(value: unknown): value is PositionRange {
  return isRecord(value) && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): value is Position {
  return isRecord(value) && typeof value.line === 'number' && typeof value.character === 'number';
}
