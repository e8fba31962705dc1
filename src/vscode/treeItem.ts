import * as vscode from 'vscode';
import { contextValueOf } from '../commands/contextValue.ts';
import { opens } from '../views/sameRow.ts';
import type { Icon, Row } from '../views/view.ts';
import type { RowReference } from './rowReference.ts';
import { idOf } from './shownRows.ts';

/** A row as the editor draws it. One that is gone, whose removal the editor has not heard of yet, is an empty one. */
export function treeItem(reference: RowReference, row: Row | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(row?.label ?? '', collapsibleState(row));
  item.id = idOf(reference);
  if (row === undefined) return item;
  item.iconPath = themeIcon(row.icon);
  if (row.description !== undefined) item.description = row.description;
  if (row.accessibilityLabel !== undefined) item.accessibilityInformation = { label: row.accessibilityLabel };
  if (row.command !== undefined) item.command = { command: `gantry.${row.command}`, title: row.label };
  if (row.object !== undefined) item.contextValue = contextValueOf(row.object);
  return item;
}

/** Gives an item its row's tooltip, when it is looked at: the editor would parse it for every row before it draws the first. */
export function withTooltip(item: vscode.TreeItem, text: string | undefined): vscode.TreeItem {
  if (text !== undefined) item.tooltip = new vscode.MarkdownString(text);
  return item;
}

function collapsibleState(row: Row | undefined): vscode.TreeItemCollapsibleState {
  if (row === undefined || !opens(row)) return vscode.TreeItemCollapsibleState.None;
  return row.expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function themeIcon({ id, color }: Icon): vscode.ThemeIcon {
  return color === undefined
    ? new vscode.ThemeIcon(id)
    : new vscode.ThemeIcon(id, new vscode.ThemeColor(color));
}
