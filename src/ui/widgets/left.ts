/** How far from the left a part stands, as a CSS length: set on the element, since a style attribute is not allowed. */
export function left(node: HTMLElement, at: string): { update: (at: string) => void } {
  const update = (length: string): void => {
    node.style.left = length;
  };
  update(at);
  return { update };
}
