import { compose } from '../compose/language.ts';
import { dockerfile } from '../dockerfile/language.ts';
import type { AnyLanguage } from './documents.ts';

/** The languages that the server speaks. */
export const languages: readonly AnyLanguage[] = [dockerfile, compose];
