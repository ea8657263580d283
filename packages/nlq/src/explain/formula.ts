/** An expression of the layer as its readers know it: the marks around its columns are for the renderer. */
export function formula(expression: string): string {
  return expression.replace(/\{([^}]+)\}/g, '$1');
}
