/** The few words that scripts put on a page; a template may set its own by data-text-*. */

const ENGLISH = {
  area: "Filter to this area",
  cause: "cause",
  close: "Close",
  contested: "contested",
  copied: "Copied",
  "not-drawn": "{n} are not drawn: no place finer than a country is known, or there are too many.",
  deed: "deed",
  denied: "denied",
  from: "From",
  group: "group",
  held: "{name} is reviewing this",
  identity: "identity",
  incident: "incident",
  list: "{n} incidents",
  map: "Map",
  nodata: "The data could not be loaded. Load the page again.",
  noKey: "This key does nothing here. Press ? for the list of keys.",
  nogl: "This browser cannot draw the map. The list holds the same incidents.",
  notHappened: "not said to have happened",
  nothingToUndo: "Nothing to undo.",
  pending: "Decisions that wait to be sent: {n}",
  ownReason: "A rejection needs its own reason. Say what is wrong, then press Enter.",
  pendingUndo: "It will be undone as soon as the connection is back.",
  person: "person",
  pick: "Arrow keys move the map, Enter takes its centre.",
  place: "place",
  refused: "The judgement was not taken.",
  relation: "relation",
  remove: "Remove {name}",
  reports: "{n} reports",
  saved: "Saved",
  saving: "Saving…",
  signIn: "Sign in again to save what waits. It is kept in this browser.",
  undone: "Undone",
  until: "Until",
  waiting: "Waiting for the connection. Nothing is lost.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
};

export type Word = keyof typeof ENGLISH;

const ARABIC: Record<Word, string> = {
  area: "ما في هذا الجزء من الخريطة فقط",
  cause: "سبب",
  close: "إغلاق",
  contested: "محل خلاف",
  copied: "نُسخ",
  "not-drawn": "لم تُرسم {n}: لا يُعرف لها مكان أدق من البلد، أو عددها كبير.",
  deed: "فعل",
  denied: "منفي",
  from: "من",
  group: "جماعة",
  held: "قيد المراجعة الآن لدى {name}",
  identity: "هوية",
  incident: "حادثة",
  list: "الحوادث: {n}",
  map: "الخريطة",
  nodata: "تعذر تحميل البيانات. أعد تحميل الصفحة.",
  noKey: "لا عمل لهذا المفتاح هنا. اضغط ؟ لقائمة المفاتيح.",
  nogl: "لا يرسم هذا المتصفح الخرائط. في القائمة الحوادث نفسها.",
  notHappened: "لم يُذكر وقوعها",
  nothingToUndo: "لا شيء للتراجع عنه.",
  pending: "قرارات تنتظر الإرسال: {n}",
  ownReason: "يحتاج الرفض إلى سبب خاص به. اكتب الخطأ ثم اضغط Enter.",
  pendingUndo: "سيجري التراجع عند عودة الاتصال.",
  person: "شخص",
  pick: "الأسهم تحرّك الخريطة، ومفتاح Enter يختار مركزها.",
  place: "مكان",
  refused: "لم يُقبل القرار.",
  relation: "علاقة",
  remove: "إزالة {name}",
  reports: "التقارير: {n}",
  saved: "حُفظ",
  saving: "جارٍ الحفظ…",
  signIn: "سجّل الدخول من جديد لحفظ ما ينتظر. هو محفوظ في هذا المتصفح.",
  undone: "جرى التراجع",
  until: "إلى",
  waiting: "بانتظار عودة الاتصال. لم يضع شيء.",
  zoomIn: "تقريب",
  zoomOut: "إبعاد",
};

/** The words that a template set near an element (`data-text-not-happened`), or those of its language. */
export function word(near: Element, key: Word, filled: Record<string, string | number> = {}): string {
  const attribute = `data-text-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const given = near.closest(`[${attribute}]`)?.getAttribute(attribute);
  const language = near.closest("[lang]")?.getAttribute("lang") ?? "";
  const text = given ?? (language.startsWith("ar") ? ARABIC : ENGLISH)[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(filled[name] ?? whole));
}
