/**
 * The language client's library, as a module of its own to import lazily: of CommonJS that is imported lazily itself,
 * the bundler hands out the default export alone.
 */
export { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
