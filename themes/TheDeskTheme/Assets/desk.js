import './js/unsaved.js';
import './js/presence.js';
import './js/summary.js';
import './js/menu.js';
import './js/print.js';
import './js/review.js';
