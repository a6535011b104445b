import type { FormatProblem } from '../format-problem.ts';

/**
 * What a UIMA CAS holds: a text and feature structures on it, each of a type of its type system. CAS JSON, CAS XMI and
 * WebAnno TSV are three ways to write it down. Sources: Apache UIMA Java SDK, references, 2 (component descriptors:
 * type systems) and 4 (the CAS); DKPro Core, API types; INCEpTION user guide, layers.
 */
export interface Cas {
  readonly text: string;
  /** What the document is called, where the file says it. */
  readonly name?: string;
  /** Where its own folder has it, where that is another. */
  readonly path?: string;
  /** Whose annotations they are, where the file says it. */
  readonly annotator?: string;
  /** By name; a type that is not there has the features that its structures have. */
  readonly types: ReadonlyMap<string, CasType>;
  readonly structures: readonly CasStructure[];
}

export interface CasType {
  readonly superType: string;
  /** By name, the type of the value: `uima.cas.String`. */
  readonly features: ReadonlyMap<string, string>;
}

export interface CasStructure {
  /** What others refer to it by. */
  readonly id: number;
  readonly type: string;
  /** Of an annotation, `begin` and `end` are among them: UTF-16, half-open. */
  readonly features: ReadonlyMap<string, CasValue>;
  /** Where its file has it, 1-based; 0: not known. */
  readonly line: number;
}

export type CasValue = string | number | boolean | CasReference | readonly CasValue[];

/** A feature whose value is another structure. */
export interface CasReference {
  readonly to: number;
}

export function isReference(value: CasValue | undefined): value is CasReference {
  return typeof value === 'object' && 'to' in value;
}

/** The view that holds the text of a document that has one text only. */
export const initialView = '_InitialView';

export const typeNames = {
  sofa: 'uima.cas.Sofa',
  string: 'uima.cas.String',
  boolean: 'uima.cas.Boolean',
  annotation: 'uima.tcas.Annotation',
  annotationBase: 'uima.cas.AnnotationBase',
  documentAnnotation: 'uima.tcas.DocumentAnnotation',
  metadata: 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData',
  sentence: 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence',
  token: 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token',
  // What INCEpTION calls its generic layers, in a new project too (BasicSpanLayerInitializer, BasicRelationLayer…).
  span: 'custom.Span',
  relation: 'custom.Relation',
  document: 'custom.Document',
} as const;

/** Of a relation, the annotation that it leads from, and the one that it leads to. */
export const relationEnds = { from: 'Governor', to: 'Dependent' } as const;

/** Every text but the one that is read, as what is left out with the annotations that are on it. */
export function otherTexts(
  sofas: readonly { readonly line: number; readonly name: unknown; readonly isRead: boolean }[],
): FormatProblem[] {
  return sofas
    .filter(({ isRead }) => !isRead)
    .map(({ name, line }) => ({ code: 'not-read', values: [`${typeNames.sofa} ${String(name)}`], line }));
}

/** The last part of a type's name. */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
