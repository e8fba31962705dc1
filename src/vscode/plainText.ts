/** A message whose data can't become a link: the editor's notifications make one, also to commands, of `[…](…)`. */
export function plainText(message: string): string {
  return message.replaceAll('](', '] (');
}

/** A label whose data can't become an icon: the editor's quick picks and status bar make one of `$(…)`. */
export function plainLabel(label: string): string {
  return label.replaceAll('$(', '$\u200b(');
}
