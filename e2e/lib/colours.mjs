// The colours that the checks compare. They are measured within the page: a check is written into it as `(${check})((${colours})(), …)`.

/** In the page: {ratio, behind, over}; a colour is [red, green, blue], each to 255. */
export function colours() {
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const draw = (...layers) => {
    brush.clearRect(0, 0, 1, 1);
    for (const layer of layers) {
      brush.fillStyle = layer;
      brush.fillRect(0, 0, 1, 1);
    }
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /** The contrast of two colours as WCAG counts it. */
  const ratio = (one, other) => {
    const [front, back] = [light(one), light(other)];
    return (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
  };
  /** What is behind the content of an element; where a picture or a gradient is, undefined, or what is behind that too. */
  const behind = (element, throughPictures = false) => {
    const layers = [];
    for (let up = element; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.backgroundImage !== 'none' && !throughPictures) return undefined;
      layers.unshift(style.backgroundColor);
      if (draw(style.backgroundColor)[3] === 255) break;
    }
    return draw('Canvas', ...layers).slice(0, 3);
  };
  /** How a colour, as a style gives it, is seen on a ground. */
  const over = (ground, colour) => draw(`rgb(${ground})`, colour).slice(0, 3);
  return { ratio, behind, over };
}
