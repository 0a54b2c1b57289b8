export { fillPage } from './fill.ts'
export { countdown, leftAt, render, titleOf, type Brand, type Reader, type Shown } from './render.ts'
export { isLanguage, pageTexts, type Language } from './texts.ts'
