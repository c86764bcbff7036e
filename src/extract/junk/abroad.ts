import type { JunkRule } from './rule.ts';

/** The same parts of a newspaper's frame in the languages of Europe. */
export const abroad: readonly JunkRule[] = [
  {
    id: 'junk/related-abroad',
    takes: 'list',
    needs: { links: true },
    text: /(?:Ähnliche|Verwandte|Weitere|Weiterführende|Passende|Neueste|Aktuelle) (?:Artikel|Beiträge|Themen|Nachrichten|Meldungen|News|Berichte)|Das könnte (?:Sie|dich|euch) (?:auch |ebenfalls )?interessieren|(?:Diese|Folgende) (?:Artikel|Beiträge) könnten (?:Sie|dich|euch) (?:auch |ebenfalls )?interessieren|Schon gelesen\??|Meistgelesen(?:e Artikel)?|Auch lesenswert|Mehr (?:dazu|aus|von|über)(?: .{2,40})?|Weitere Informationen (?:zu|zum|zur|über) .{2,60}|Lesen Sie (?:dazu|mehr|weiter)|Lies (?:auch|mehr)|(?:Zum )?Weiterlesen|À lire (?:aussi|également)|Lire (?:aussi|également)|Sur le même (?:sujet|thème)|Articles? (?:liés|similaires|connexes|récents)|Dans la même rubrique|Voir aussi|Les plus lus|Te puede interesar|(?:Lea|Lee|Leer) (?:también|más)|(?:Noticias|Artículos|Temas) relacionad[ao]s|Más noticias|Lo más (?:leído|visto)|Leggi anche|Articoli correlati|Potrebbe interessarti(?: anche)?|Leia (?:também|mais)|Notícias relacionadas|Veja também|Mais lidas|Lees (?:ook|meer)|Gerelateerde (?:artikelen|berichten)|Czytaj (?:także|też|więcej)|Zobacz (?:także|też|również)|Przeczytaj (?:także|też)|Powiązane artykuły|Čtěte (?:také|dále|též)|Související články/u,
    why: 'Newspapers print other headlines under the last paragraph and in mid-text; the model keeps some of them for a list of the article.',
    source: 'Article pages of German, French, Spanish, Italian, Portuguese, Dutch, Polish and Czech newspapers',
    drops: [
      '<h3>Das könnte Sie auch interessieren</h3><ul><li><a href="/a">Am Mühlbach entsteht ein neuer Steg</a></li><li><a href="/b">Die Bücherei öffnet nun auch samstags</a></li></ul>',
      '<p><b>Schon gelesen?</b></p><p><a href="/a">Der Fährmann von Altwiesen geht in Rente</a></p>',
      '<h4>Sur le même sujet</h4><p><a href="/c">Le marché du village change de place</a></p>',
      '<p>Text genug steht hier, damit der Absatz als laufender Text gilt und nicht für eine Beschriftung gehalten wird.</p><h3>Weitere Informationen zum Umbau der Brücke:</h3>',
    ],
    keeps: [
      '<h3>Weitere Informationen zum Umbau der Brücke</h3><p>Die Arbeiten dauern bis in den Herbst; Fußgänger kommen auf der Nordseite jederzeit über den Fluss.</p>',
      '<p>Lesen Sie mehr: zwei Bücher im Monat, und das Jahr ist voll.</p>',
    ],
  },
  {
    id: 'junk/share-abroad',
    needs: { end: true },
    text: /(?:Like it\? )?Share (?:it|this)(?: (?:post|article|story|page))?|Teile diesen (?:Beitrag|Artikel)|(?:Diesen )?(?:Artikel|Beitrag) (?:jetzt )?(?:teilen|drucken|merken|versenden)|Partagez? (?:cet |l['’])article|Compart[ei]r? (?:esta noticia|este artículo)|Condividi (?:l['’]articolo|questo articolo)|Compartilhe (?:esta notícia|este artigo)|Deel dit artikel/u,
    why: 'The call over the buttons of other networks stays when the buttons are gone.',
    source: 'Blogs and newspapers',
    drops: [
      '<p>Der Steg ist seit gestern wieder offen, und die ersten Boote haben schon angelegt, wie der Verein meldet.</p><h4>Teile diesen Beitrag!</h4>',
    ],
    keeps: [
      '<h4>Artikel teilen</h4><p>Wer einen Artikel teilen will, den Zoll aber scheut, bestellt mit den Nachbarn zusammen und zahlt nur einmal.</p>',
    ],
  },
  {
    id: 'junk/way-back-abroad',
    needs: { control: true, end: true },
    text: /Zurück(?: zu[rm]? (?:Startseite|Übersicht|Hauptseite|Liste|Artikel))?|Zur (?:Startseite|Übersicht)|Nach oben|Zum (?:Seitenanfang|Anfang)|Retour(?: (?:à l['’]accueil|en haut|aux actualités))?|Haut de page|Volver(?: (?:arriba|al inicio|a la portada))?|Torna (?:su|alla home)|Voltar(?: ao (?:topo|início))?|Terug(?: naar (?:boven|overzicht))?/u,
    why: 'The link back to the front page stands right under the last paragraph.',
    source: 'Newspapers and blogs in several languages',
    drops: [
      '<p>Der Steg ist seit gestern wieder offen, und die ersten Boote haben schon angelegt, wie der Verein meldet.</p><p><a href="/">Zurück zur Startseite</a></p>',
    ],
    keeps: [
      '<p><a href="/lied">Zurück</a></p><p>So heißt das Lied, das am Ende jedes Abends gespielt wird und das in Altwiesen jedes Kind auswendig kann.</p>',
      '<p>Der Steg ist seit gestern wieder offen, und die ersten Boote haben schon angelegt, wie der Verein meldet.</p><p>Zurück</p>',
      '<p>Der Steg ist seit gestern wieder offen, und die ersten Boote haben schon angelegt, wie der Verein meldet.</p><p><a href="/z">Zurück zur Quelle: ein Buch über den Mühlbach</a></p>',
    ],
  },
  {
    id: 'junk/ad-label',
    text: /Advert(?:isement)?(?: ?[-–—] ?(?:scroll|story|article|content|continue)[^.?!]{0,40})?|(?:Story|Article|Content) continues (?:below|after)(?: (?:the |this )?(?:advert(?:isement)?|ad))?|Continue Reading Below|Scroll (?:down )?to continue(?: reading| with content)?|Anzeige|Werbung|Publicité|Publicidad|Pubblicità|Publicidade|Advertentie|広告|广告|廣告|This slideshow requires JavaScript/u,
    why: 'The word over an advertisement stays between two paragraphs when the advertisement is gone.',
    source: 'Newspapers and blogs in several languages; Jetpack slideshows',
    drops: [
      '<p>The footbridge opened on Monday, and the first boats tied up below it before noon.</p><p>Advertisement</p><p>The second span follows in the autumn.</p>',
      '<p>Der Steg ist seit gestern wieder offen.</p><div>Anzeige</div><p>Die ersten Boote haben schon angelegt.</p>',
    ],
    keeps: [
      '<p>Advertisement for a lost cow, 1894: red, one horn, answers to Berta.</p>',
      '<p>Die Anzeige wurde noch am selben Abend zurückgezogen.</p>',
    ],
  },
  {
    id: 'junk/logo-wall',
    text: /(?:Trusted|Loved|Used|Chosen|Relied on|Recommended)(?: every day| daily| worldwide)? (?:by|at)(?: (?:teams|people|companies|brands|leaders|customers) (?:at|like|in))?|As (?:seen|featured|heard) (?:in|on)|Featured (?:in|on)|Bekannt aus|Vertraut von|(?:Ils|Elles) nous font confiance|Confían en nosotros/u,
    why: 'Words over a row of customers’ logos say nothing when the logos are gone.',
    source: 'Pages of software firms and agencies',
    drops: [
      '<p>The inbox keeps every message in one list, so nobody has to ask a customer for the number again.</p><p>Trusted by teams at</p><h2>Everything in front of you</h2>',
      '<p>Der Kurs dauert zwei Tage und endet mit einem Rundgang durch die Werkstatt.</p><p>Bekannt aus</p>',
    ],
    keeps: [
      '<p>Trusted by teams at sea and nobody else, the old chart hung in the mess until spring.</p>',
      '<p>As seen in the second photograph, the pier had lost its lamps by then.</p>',
    ],
  },
  {
    id: 'junk/shop-controls',
    needs: { control: true },
    text: /Quick[ -](?:view|look|shop|add|buy)|(?:Add|Add it) to (?:the |my |your )?(?:cart|basket|bag|trolley|wish ?list|favou?rites|compare)|Buy (?:it )?now|(?:Choose|Select) options|(?:Load|Show|View|See) more(?: products| items| results)?|Schnellansicht|(?:In den|Zum) Warenkorb(?: hinzufügen)?|(?:Auf|Zur) (?:die )?(?:Wunschliste|Merkliste)|Aperçu rapide|Ajouter (?:au panier|aux favoris)|Vista (?:rápida|rapida)|Añadir (?:al carrito|a la cesta)|Aggiungi al carrello|Adicionar ao carrinho|In (?:mijn )?winkel(?:wagen|mandje)|Do koszyka|Dodaj do koszyka|カートに入れる|加入购物车|加入購物車|Thêm vào giỏ(?: hàng)?|Mua ngay|Xem nhanh/iu,
    why: 'Each card of a shop has its buttons; they stand between the names and the prices of a list of goods.',
    source: 'Shops on Shopify, WooCommerce and Magento, in several languages',
    drops: [
      '<ul><li><h3>Lampe aus Birkenholz</h3><p>49 €</p><button>In den Warenkorb</button></li><li><h3>Lampe aus Ton</h3><p>39 €</p><button>In den Warenkorb</button></li></ul>',
      '<h3>Ấm đất nung Bàu Trúc</h3><p>120.000 đ, nung lộ thiên bằng rơm và củi.</p><p><a href="/gio">Thêm vào giỏ hàng</a></p>',
    ],
    keeps: [
      '<p>Mua ngay</p><p>Đó là lời rao của cô bán vé số trên chuyến xe sáng, và ai cũng nhớ giọng cô.</p>',
      '<p><a href="/huong-dan">Thêm vào giỏ hàng rồi mới đăng nhập</a> là cách nhanh nhất để giữ giá.</p>',
    ],
  },
];
