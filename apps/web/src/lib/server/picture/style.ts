/**
 * The style sheets of pictures: what `styles/charts.css`, `styles/glyphs.css` and the components say of the same classes, with colours resolved and in
 * selectors that every renderer of SVG reads.
 */
import { PALETTE, WEAK } from './palette.ts';

const { bg, ink, muted, accent, claimed, accused, denied, unknown, rule, ruleStrong, band, lane, sea, coast } = PALETTE;

/** The fonts of the site by every name that they are installed under, then whatever the reader has. */
export const FONTS = "'Source Sans 3','Source Sans 3 Variable','Noto Sans Arabic',system-ui,'Segoe UI',sans-serif";

export const BASE_STYLE = `
text{font-family:${FONTS};font-size:14px;fill:${ink};white-space:pre}
.m{fill:${muted}}
.b{font-weight:600}
.halo{paint-order:stroke;stroke:${bg};stroke-width:4px;stroke-linejoin:round}
.grid,.row{stroke:${rule}}
.zero,.group{stroke:${ruleStrong}}
.lane{fill:${lane}}
.bandr{fill:${band}}
.small{font-size:12px;fill:${muted}}
`;

export const LADDER_STYLE = `
.edge{stroke:${accent}}
.step{stroke:${muted};stroke-width:1.25;fill:none}
.mark,.zero-mark{fill:${bg};stroke-width:1.5}
.zero-mark{stroke-width:2}
.bar,.limit,.many{fill:none;stroke-width:1.5}
.bar{stroke-width:3}
.many{stroke-width:1}
.current,.ring,.restated{stroke:${accent}}
.mark.current{fill:${accent}}
.past,.other-past{stroke:${muted}}
.other{stroke:${ink}}
.mark.other{fill:${ink}}
.mark.restated,.zero-mark.restated,.bar.restated{stroke-dasharray:2.5 2}
`;

export const GLYPH_STYLE = `
.g{color:${ink}}
.claimed{color:${claimed};fill:${claimed}}
.accused,.suspected{color:${accused};fill:${accused}}
.denied,.exonerated{color:${denied};fill:${denied}}
.unknown{color:${unknown};fill:${unknown}}
.past{opacity:.8}
`;

export const MONTHS_STYLE = `
.of-contested{fill:${accent}}
.of-multiple-claims{fill:${bg};stroke:${claimed};stroke-width:2.5}
.of-claimed{fill:${claimed}}
.of-accused-and-denied{fill:${accused}}
.of-accused{fill:${bg};stroke:${accused};stroke-width:2}
.of-parties-only{fill:${unknown}}
.of-unclaimed{fill:${bg};stroke:${muted};stroke-width:1.5;stroke-dasharray:3 2}
.bar{stroke:none}
.bar.of-multiple-claims{fill:${WEAK.claimed};stroke:none}
.bar.of-accused{fill:${WEAK.accused};stroke:none}
.bar.of-unclaimed{fill:${WEAK.muted};stroke:none}
`;

export const MAP_STYLE = `
path{fill:none;stroke-linejoin:round}
.sea{fill:${sea}}
.land{fill:${bg};stroke:${coast}}
.here{fill:${lane};stroke:${ink};stroke-width:1.25}
.border{stroke:${ink};stroke-width:1.5;stroke-dasharray:7 2 1.5 2}
.ring{fill:${band};fill-opacity:.75;stroke:${accent};stroke-width:1.5;stroke-dasharray:5 3}
.scale{stroke:${muted}}
.inset{fill:${bg};stroke:${ruleStrong}}
.country{fill:${lane};stroke:${ruleStrong};stroke-width:.6}
.frame{fill:none;stroke:${accent};stroke-width:1.5}
.map text{fill:${muted};paint-order:stroke;stroke:${bg};stroke-width:3px;stroke-linejoin:round}
.map text.strong{fill:${ink};font-weight:600}
`;
