/**
 * What a script does on a click, as far as it is a way to another page:
 *
 *     location.href='/chi-tiet.aspx?id=1'        the address stands there: a link like any other
 *     window.open("/tin/5.html", "_blank")       the same
 *     __doPostBack('ctl00','')                   only a script can follow it
 *     javascript:xemTin(1)                       the same
 *     javascript:history.back()                  leads nowhere new
 */

const call = /(?<![\w$])([\w$]+)\s*\(/g;

/** Calls that lead to no page of the site. Pages have menus and buttons of these kinds by the dozen. */
const harmless =
  /^(?:void|if|for|while|return|function|alert|confirm|print|close|back|go|forward|focus|blur|click|submit|reset|stop\w*|scroll\w*|add\w*(?:favou?rite|bookmark)\w*|set\w*home\w*|toggle\w*|(?:show|hide|open|close)\w*(?:menu|tab|sub|popup|layer|div)\w*|mm_\w+|swap\w*|preload\w*|expand\w*|collapse\w*|\w*(?:fontsize|textsize|zoom)\w*|share\w*|getelementbyid|preventdefault|stoppropagation)$/i;

/** Whether a script may lead to another page without naming it. */
export const isScriptLink = (script: string): boolean =>
  [...script.matchAll(call)].some(([, name = '']) => !harmless.test(name)) ||
  /\blocation(?:\.href)?\s*=(?!=)/.test(script);
