import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';

/** The targets of an annotation, those of a composite or list by themselves (Web Annotation Data Model, 3.1; drafts had `items`). */
export function targetsOf(target: JsonValue | undefined): readonly JsonValue[] {
  if (Array.isArray(target)) return (target as readonly JsonValue[]).flatMap(targetsOf);
  if (isObject(target) && Array.isArray(target.items) && target.source === undefined) {
    return (target.items as readonly JsonValue[]).flatMap(targetsOf);
  }
  return target === undefined ? [] : [target];
}

/** The address of what a target is, or is a part of; empty where it does not say. */
export function sourceOf(target: JsonValue): string {
  if (typeof target === 'string') return target;
  if (!isObject(target)) return '';
  const { source, id } = target;
  if (typeof source === 'string') return source;
  if (isObject(source) && typeof source.id === 'string') return source.id;
  return typeof id === 'string' ? id : '';
}

/**
 * Where the text at an address may lie, the likelier first: at that path, as seen from the file; else beside the file
 * under its own name, where the file is about one text only.
 * @param file its path: `/` between folders, none at the start
 */
export function textPaths(address: string, file: string, isOnly: boolean): readonly string[] {
  const stem = file.replace(/\.(?:jsonld|json)$/i, '');
  const own = stem === file ? [] : [stem, `${stem}.txt`];
  const path = relativePath(address, file);
  return [...(path === undefined ? [] : [path]), ...(isOnly || address === '' ? own : [])];
}

/** The path that a relative reference leads to from a file; undefined where it leads elsewhere, or out of the folder. */
function relativePath(address: string, file: string): string | undefined {
  if (address === '' || /^[a-z][a-z0-9+.-]*:|^\/|\\/i.test(address)) return undefined;
  const steps = file.split('/').slice(0, -1);
  for (const step of address.replace(/[?#].*$/s, '').split('/')) {
    const name = decoded(step);
    if (name === undefined || /[/\\\0]/.test(name)) return undefined;
    if (name === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (name !== '' && name !== '.') steps.push(name);
  }
  return steps.length === 0 ? undefined : steps.join('/');
}

function decoded(step: string): string | undefined {
  try {
    return decodeURIComponent(step);
  } catch {
    return undefined;
  }
}

/** The selectors of a target; none of a whole resource. */
export function selectorsOf(target: JsonObject): readonly JsonValue[] {
  const { selector } = target;
  if (Array.isArray(selector)) return selector as readonly JsonValue[];
  return selector === undefined ? [] : [selector];
}
