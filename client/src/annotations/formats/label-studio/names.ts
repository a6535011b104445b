/** What the controls of our labelling configuration are called. */
export const control = { text: 'text', labels: 'label', document: 'document' } as const;

const ofAttribute = 'attribute-';

export function attributeControl(id: string): string {
  return `${ofAttribute}${id}`;
}

/** The attribute of a control, by whoever it was named. */
export function attributeOf(controlName: string): string {
  return controlName.startsWith(ofAttribute) ? controlName.slice(ofAttribute.length) : controlName;
}

/** The key of a label of the whole document. */
export function documentKey(label: string): string {
  return `document ${label}`;
}
