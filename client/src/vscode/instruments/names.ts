import * as vscode from 'vscode';
import type { ReferenceForm } from '../../../../server/src/instruments/reference.ts';
import type { Group, Order } from './entries.ts';

export function groupName(group: Group): string {
  switch (group) {
    case 'treaties':
      return vscode.l10n.t('Treaties');
    case 'agreements':
      return vscode.l10n.t('Agreements and Protocols');
    case 'conventions':
      return vscode.l10n.t('Conventions and Covenants');
    case 'charters':
      return vscode.l10n.t('Charters and Statutes');
    case 'joint-statements':
      return vscode.l10n.t('Joint Statements');
    case 'communiques':
      return vscode.l10n.t('Communiqués');
    case 'declarations':
      return vscode.l10n.t('Declarations and Principles');
    case 'resolutions':
      return vscode.l10n.t('Resolutions');
    case 'plans':
      return vscode.l10n.t('Plans and Initiatives');
    case 'drafts':
      return vscode.l10n.t('Drafts');
    case 'others':
      return vscode.l10n.t('Other Instruments');
  }
}

/** The name of a codicon. */
export const groupIcons: Readonly<Record<Group, string>> = {
  treaties: 'law',
  agreements: 'file-text',
  conventions: 'globe',
  charters: 'organization',
  'joint-statements': 'comment-discussion',
  communiques: 'broadcast',
  declarations: 'megaphone',
  resolutions: 'checklist',
  plans: 'milestone',
  drafts: 'edit',
  others: 'files',
};

export function orderName(order: Order): string {
  switch (order) {
    case 'mention':
      return vscode.l10n.t('By First Mention');
    case 'date':
      return vscode.l10n.t('By Date');
    case 'count':
      return vscode.l10n.t('By Number of Mentions');
  }
}

export function formName(form: ReferenceForm): string {
  switch (form) {
    case 'full':
      return vscode.l10n.t('full title');
    case 'parallel':
      return vscode.l10n.t('other title');
    case 'defined-short':
      return vscode.l10n.t('short form, defined');
    case 'undefined-short':
      return vscode.l10n.t('short form');
    case 'anaphor':
      return vscode.l10n.t('pointing back');
    case 'self':
      return vscode.l10n.t('this document');
    case 'unbracketed':
      return vscode.l10n.t('without title marks');
  }
}
