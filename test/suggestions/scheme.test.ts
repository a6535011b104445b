import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import { attributesOf } from '../../client/src/annotations/labels.ts';
import { finished } from '../../server/src/steps.ts';
import { findSuggestions } from '../../server/src/suggestions/suggestions.ts';
import { stances, strengths } from '../../server/src/suggestions/verbs.ts';
import { service, statement } from './example.ts';

const choicesOf = (id: string) =>
  new Set(diplomaticScheme.attributes.find((attribute) => attribute.id === id)!.choices.map((one) => one.id));

test('whatever a position or commitment is told by can be chosen in the built-in labels', () => {
  assert.deepEqual(
    [...stances].filter((stance) => !choicesOf('stance').has(stance)),
    [],
  );
  assert.deepEqual(
    [...strengths].filter((strength) => !choicesOf('strength').has(strength)),
    [],
  );
});

test('every attribute of a suggestion is one that its label has', () => {
  const text = statement(
    '应中国国家主席习近平邀请，双方同意恪守《联合国宪章》，在北京会晤。中方支持上合组织，将于今年签署协定（以下简称“协定”）。',
    '阿富汗局势平稳。',
  );
  const found = finished(findSuggestions(service.analyse(text)));
  assert.equal(new Set(found.map(({ kind }) => kind)).size, 9);
  for (const { kind, attributes } of found) {
    const known = new Set(attributesOf(diplomaticScheme, kind).map(({ id }) => id));
    assert.deepEqual(
      Object.keys(attributes).filter((id) => !known.has(id)),
      [],
      kind,
    );
  }
});
