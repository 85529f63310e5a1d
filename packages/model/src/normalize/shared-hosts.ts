/** Hosts with pages of everybody: networks, link lists, site builders, code and documents. Each was looked up by hand. */
const hosts: ReadonlySet<string> = new Set(
  [
    // Social networks, and where people write.
    'linkedin.com lnkd.in facebook.com fb.com fb.me messenger.com instagram.com threads.net threads.com x.com twitter.com',
    't.co youtube.com youtu.be tiktok.com xing.com pinterest.com pin.it reddit.com snapchat.com tumblr.com vimeo.com',
    'whatsapp.com wa.me telegram.me t.me discord.com discord.gg bsky.app mastodon.social vk.com ok.ru weibo.com quora.com',
    'medium.com substack.com blogger.com blogspot.com livejournal.com wikipedia.org crunchbase.com yelp.com',
    // Link lists and short links.
    'linktr.ee linkin.bio lnk.bio bio.link beacons.ai about.me carrd.co taplink.cc bit.ly tinyurl.com goo.gl',
    // Site builders.
    'wordpress.com wix.com wixsite.com editorx.io squarespace.com weebly.com jimdo.com jimdofree.com jimdosite.com',
    'webflow.io webflow.com godaddysites.com strikingly.com mystrikingly.com webnode.com webnode.page site123.me',
    'business.site negocio.site g.page myshopify.com etsy.com framer.website framer.site ueniweb.com hubspotpagebuilder.com',
    'calendly.com typeform.com eventbrite.com',
    // Pages of Google's users; google.com itself is a company.
    'sites.google.com docs.google.com drive.google.com forms.gle maps.google.com plus.google.com business.google.com',
    'play.google.com apps.apple.com maps.apple.com',
    // Code and documents.
    'github.com github.io gitlab.com gitlab.io bitbucket.org notion.site notion.so dropbox.com',
    'netlify.app vercel.app herokuapp.com pages.dev web.app firebaseapp.com',
  ].flatMap((line) => line.split(' ')),
);

/**
 * The host with pages of everybody that a name is, or lies below; it does not say whose page it shows.
 * @param name as `asciiDomain` gives it
 * @returns `null` where the name is no such host
 */
export function sharedHostOf(name: string): string | null {
  for (let rest = name; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    if (hosts.has(rest)) return rest;
  }
  return null;
}
