"""Did it happen: plans, threats, demands, doubts, what was averted, negation."""

import pytest
from tests.frames.reading_helper import event, events


@pytest.mark.parametrize(
    ("text", "kind", "realis"),
    [
        ("هدد الحوثيون بقصف أبوظبي.", "shelling", "threatened"),
        ("هدد الحوثيون بتوسيع هجماتهم على الموانئ.", "attack", "threatened"),
        ("طالبت الأمم المتحدة الحوثيين بالإفراج عن المعتقلين.", "release", "demanded"),
        ("طالب المحتجون بتحسين الخدمات والإفراج عن المعتقلين.", "release", "demanded"),
        ("تعتزم فرنسا سحب جنودها من غاو.", "withdrawal", "intended"),
        ("اتفق الجانبان على سحب القوات من المدينة.", "withdrawal", "intended"),
        ("وقد يقصف الجيش المدينة غداً.", "shelling", "possible"),
        ("حذرت الأمم المتحدة من قصف المدينة.", "shelling", "possible"),
        ("أحبطت الشرطة تفجير سيارة في بغداد.", "bombing", "hypothetical"),
        ("لولا تدخل الأهالي لقتلوا السائق.", "killing", "hypothetical"),
        ("نجا الضابط من محاولة اغتيال، فيما قُتل سائقه.", "killing", "actual"),
        ("وكان الجيش قد قصف المدينة أمس.", "shelling", "actual"),
        ("تمكنت الشرطة من اعتقال مهرب في تعز.", "arrest", "actual"),
        ("طالب مجلس الأمن برفع الحصار عن الفاشر.", "siege", "actual"),
        ("تشهد المنطقة بين حين وآخر تفجيرات مماثلة.", "bombing", "generic"),
    ],
)
def test_realis(text: str, kind: str, realis: str) -> None:
    assert event(text, kind).realis == realis


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("لم تسجل إصابات بين السكان.", "injury"),
        ("ولم تقصف الطائرات المدينة.", "airstrike"),
        ("سقطت قذيفة على مزرعة دون وقوع إصابات.", "injury"),
    ],
)
def test_negation(text: str, kind: str) -> None:
    found = event(text, kind)
    assert (found.realis, found.polarity) == ("actual", "negative")


def test_a_denied_plan_is_a_plan_that_is_not_made() -> None:
    found = event("قالت باريس إنها لا تعتزم سحب جنودها من البلاد.", "withdrawal")
    assert (found.realis, found.polarity) == ("intended", "negative")


def test_a_demand_not_to_do_is_negative() -> None:
    found = event("وحثّ المبعوث الأممي الفصائل على عدم قصف المدينة.", "shelling")
    assert (found.realis, found.polarity) == ("demanded", "negative")


def test_going_on_is_no_negation() -> None:
    found = event("لا يزال الجيش يقصف المدينة.", "shelling")
    assert (found.realis, found.polarity) == ("actual", "positive")


def test_what_was_vowed_ends_where_another_verb_of_saying_begins() -> None:
    text = "هدد الحزب بالرد، ثم أعلن قصف قاعدة عسكرية في الجولان."
    assert event(text, "shelling").realis == "actual"


def test_a_known_deed_after_a_threat_stays_actual() -> None:
    text = "توعدت سرايا القدس بمواصلة إطلاق الصواريخ بعد اغتيال قائدها."
    assert event(text, "assassination").realis == "actual"


def test_an_agreed_deed_after_its_terms_is_intended() -> None:
    found = event("توصل الطرفان إلى اتفاق يقضي بانسحاب القوات من المدينة.", "withdrawal")
    assert found.realis == "intended"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("لن تنسحب القوات الروسية من المطار.", "withdrawal"),
        ("ما أطلقنا النار على المحتجين، قال الضابط.", "shooting"),
        ("وما سقطت المدينة في أيدي الفصائل.", "capture"),
        ("ليس هناك قتلى في صفوف الشرطة.", "killing"),
        ("لم تكن هناك إصابات بين الركاب.", "injury"),
        ("مرت القافلة من دون أن تتعرض لهجوم.", "attack"),
        ("انتهى الاعتصام بلا اعتقالات.", "arrest"),
        ("وأكد المحافظ عدم سقوط قتلى أو جرحى في الانفجار.", "injury"),
        ("لم تعد القوات تقصف المخيم.", "shelling"),
        ("امتنع الجنود عن إطلاق النار على الحشد.", "shooting"),
        ("رفض الفصيل تسليم الأسرى.", "handover"),
        ("انسحب الفصيل من المدينة من غير أن يشتبك مع الجيش.", "clash"),
        ("لم يخطف المسلحون السائق ولم يقتلوه.", "killing"),
        ("ليس صحيحاً أن الجيش انسحب من المطار.", "withdrawal"),
        ("لا صحة للأنباء عن مقتل ضابط في سرت.", "killing"),
        ("كذّبت الوزارة خبر مقتل ضابط في سرت.", "killing"),
        ("جدد الحزب نفيه خطف الصحفي.", "abduction"),
        ("نفت الشرطة اعتقال الطلاب وتعذيبهم.", "torture"),
    ],
)
def test_a_deed_that_was_not_done(text: str, kind: str) -> None:
    found = event(text, kind)
    assert (found.polarity, found.negates) == ("negative", "event")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("غير أن الجيش قصف القرية.", "shelling"),
        ("هاجم مسلحون غير معروفين حاجزاً.", "attack"),
        ("لم يقتل الجنود سوى راعٍ واحد.", "killing"),
        ("لم تنسحب القوات إلا بعد أن أحرقت المخازن.", "withdrawal"),
        ("ما لبثت القوات أن قصفت الحي.", "shelling"),
        ("لم يكتف المسلحون بخطف التاجر بل أحرقوا متجره.", "abduction"),
        ("لم يسفر القصف عن إصابات.", "shelling"),
        ("انسحب الفصيل من المدينة من غير أن يشتبك مع الجيش.", "withdrawal"),
        ("لا ينكر أحد أن الميليشيا خطفت المهندس.", "abduction"),
        ("وأكد المحافظ عدم سقوط قتلى في الانفجار.", "bombing"),
    ],
)
def test_a_negation_that_does_not_reach_the_deed(text: str, kind: str) -> None:
    found = event(text, kind)
    assert (found.realis, found.polarity, found.negates) == ("actual", "positive", None)


@pytest.mark.parametrize(
    ("text", "kind", "negates"),
    [
        ("لم يشارك الحزب في قصف المطار.", "shelling", "agent"),
        ("لا علاقة لنا بخطف المهندس، قال الفصيل.", "abduction", "agent"),
        ("نأى الحزب بنفسه عن خطف المهندس.", "abduction", "agent"),
        ("تبرأت القبيلة من قتل السائق.", "killing", "agent"),
        ("لم يكن القاضي هدفاً للتفجير.", "bombing", "target"),
        ("لم يُجرح عشرون طفلاً بل اثنا عشر.", "injury", "figure"),
        ("لم يقع الهجوم في بارواني بل في أفجوي.", "attack", "place"),
        ("لم تنسحب القوات أمس بل قبل شهر.", "withdrawal", "time"),
    ],
)
def test_only_a_part_is_denied_and_the_deed_stands(text: str, kind: str, negates: str) -> None:
    found = event(text, kind)
    assert (found.realis, found.polarity, found.negates) == ("actual", "negative", negates)


@pytest.mark.parametrize(
    ("text", "kind", "realis"),
    [
        ("ينوي الجيش إرسال تعزيزات إلى غاو.", "deployment", "intended"),
        ("قُتل أربعة مسلحين كانوا يخططون لتفجير السوق.", "bombing", "intended"),
        ("أرسلت تركيا جنوداً لمحاصرة المدينة.", "siege", "intended"),
        ("عبروا النهر كي يهاجموا الثكنة.", "attack", "intended"),
        ("حاصر الجيش الثكنة تمهيداً لاقتحامها.", "raid", "intended"),
        ("سوف يُفرج عن الأسرى غداً.", "release", "intended"),
        ("ومن المقرر أن تنسحب القوات من المدينة في يونيو.", "withdrawal", "intended"),
        ("قررت الحكومة إرسال جنود إلى الحدود.", "deployment", "intended"),
        ("ستعاود الطائرات استهداف الميناء.", "attack", "intended"),
        ("سنقصف المطار إن لم تنسحبوا.", "shelling", "threatened"),
        ("لوّح الحزب بقصف الميناء.", "shelling", "threatened"),
        ("أنذر الجيش الأهالي بقصف الحي.", "shelling", "threatened"),
        ("أمهل الفصيل السكان يومين لإخلاء القرية.", "withdrawal", "demanded"),
        ("أمر القائد جنوده بقصف الحي.", "shelling", "demanded"),
        ("حث المجلس الطرفين على تبادل الأسرى.", "exchange", "demanded"),
        ("ناشدت العائلة الخاطفين إطلاق سراح الطبيب.", "release", "demanded"),
        ("يجب أن تنسحب القوات من الجزيرة.", "withdrawal", "demanded"),
        ("عرض الفصيل تبادل الأسرى.", "exchange", "demanded"),
        ("لعل القناص قتل الصحفي.", "killing", "possible"),
        ("ثمة مخاوف من اجتياح الجيش للمدينة.", "attack", "possible"),
        ("يحتمل أن يكون المسلحون قد خطفوا السائق.", "abduction", "possible"),
        ("هل قصف الجيش المدرسة؟", "shelling", "possible"),
        ("يُشتبه في أن الخلية خطفت السائق.", "abduction", "possible"),
        ("إذا قصف الجيش المخيم، فسنرد.", "shelling", "hypothetical"),
        ("لو انسحبت القوات لسقطت المدينة.", "capture", "hypothetical"),
        ("في حال هاجمت الجماعة المعبر، يغلق الجيش الحدود.", "attack", "hypothetical"),
        ("ما لم تنسحب القوات، تستمر الحرب.", "withdrawal", "hypothetical"),
        ("كاد القناص يقتل الطفل.", "killing", "hypothetical"),
        ("أخفق المسلحون في خطف القاضي.", "abduction", "hypothetical"),
        ("ألغى الجيش انسحابه من المطار.", "withdrawal", "hypothetical"),
        ("باءت بالفشل محاولة خطف القاضي.", "abduction", "hypothetical"),
        ("جرت محاولة لاغتيال المحافظ.", "assassination", "hypothetical"),
        ("اعتاد القناصة إطلاق النار على المزارعين.", "shooting", "generic"),
        ("غالباً ما يخطف المسلحون التجار في هذا الطريق.", "abduction", "generic"),
        ("يحظر القانون تعذيب السجناء.", "torture", "generic"),
    ],
)
def test_what_is_more_or_less_than_a_fact(text: str, kind: str, realis: str) -> None:
    found = event(text, kind)
    assert (found.realis, found.polarity) == (realis, "positive")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قُتل أربعة مسلحين كانوا يخططون لتفجير السوق.", "killing"),
        ("حاصر الجيش الثكنة تمهيداً لاقتحامها.", "siege"),
        ("فشل المسلحون في اقتحام الثكنة، وقُتل منهم سبعة.", "killing"),
        ("حاول السجناء الفرار من السجن، وقتل الحراس ثلاثة منهم.", "killing"),
        ("هدد الفصيل بقصف المطار، واغتيل المحافظ بعد يومين.", "assassination"),
        ("وقد انسحبت القوات من المطار.", "withdrawal"),
        ("خطف المسلحون تاجراً الأسبوع الماضي في هذا الطريق.", "abduction"),
        ("رفض السائق أن ينقل الجنود فقتلوه.", "killing"),
        ("قضى ثلاثة جنود في كمين قرب غاو.", "ambush"),
    ],
)
def test_what_was_done_beside_it_is_a_fact(text: str, kind: str) -> None:
    found = event(text, kind)
    assert (found.realis, found.polarity) == ("actual", "positive")


@pytest.mark.parametrize(
    ("text", "kind", "realis"),
    [
        ("دعا المبعوث الفصائل إلى سحب مقاتليها والإفراج عن الأسرى.", "release", "demanded"),
        ("يخطط الفصيل لخطف موظفين وتفجير مقرات الإغاثة.", "bombing", "intended"),
        ("هدد الفصيل بقصف المطار واغتيال المحافظ.", "assassination", "threatened"),
        ("طالب الوجهاء بالضغط على الفصيل للإفراج عن الطبيب.", "release", "demanded"),
        ("مخاوف من هجوم قد يؤدي إلى مقتل مدنيين.", "killing", "possible"),
        ("إذا انسحبت القوات وقصفت المدينة، فسنرد.", "shelling", "hypothetical"),
        ("قد يؤدي القصف إلى نزوح الأهالي.", "displacement", "possible"),
        ("خطة لنشر الشرطة في الحي.", "deployment", "intended"),
        ("تهديدات بقصف القرية.", "shelling", "threatened"),
        ("احتمال انسحاب القوات من المعبر.", "withdrawal", "possible"),
        ("محاولات لاقتحام السجن.", "raid", "hypothetical"),
        ("نية الفصيل خطف موظفين.", "abduction", "intended"),
    ],
)
def test_it_is_carried_over_what_hangs_on_it(text: str, kind: str, realis: str) -> None:
    assert event(text, kind).realis == realis


@pytest.mark.parametrize(
    ("text", "kind", "realis"),
    [
        ("نفى الفصيل نيته قصف المطار.", "shelling", "intended"),
        ("تعهد الفصيل بعدم استهداف السفن.", "attack", "intended"),
        ("طالبت النقابة بعدم اعتقال الصحفيين.", "arrest", "demanded"),
        ("استبعد الضابط انسحاب الميليشيا من المعبر.", "withdrawal", "possible"),
    ],
)
def test_a_plan_a_demand_and_a_doubt_may_be_negative(text: str, kind: str, realis: str) -> None:
    found = event(text, kind)
    assert (found.realis, found.polarity) == (realis, "negative")


def test_a_doubt_of_a_doubt_is_positive() -> None:
    found = event("لم يستبعد الضابط أن يهاجم المسلحون القرية.", "attack")
    assert (found.realis, found.polarity) == ("possible", "positive")


@pytest.mark.parametrize(
    ("text", "own", "deed"),
    [
        ("هددت الجماعة بقصف السفن.", "threat", "shelling"),
        ("ناشدت العائلة الخاطفين إطلاق سراح الطبيب.", "demand", "release"),
    ],
)
def test_a_threat_or_demand_is_a_fact_and_its_deed_has_no_source(
    text: str, own: str, deed: str
) -> None:
    assert event(text, own).realis == "actual"
    assert event(text, deed).realis != "actual"
    assert event(text, deed).attribution == ()


@pytest.mark.parametrize(
    ("text", "kind", "realis"),
    [
        ("أعلنت حركة الشباب مسؤوليتها عن تفجير الفندق.", "bombing", "actual"),
        ("تبنى الفصيل خطف المهندس في مأرب.", "abduction", "actual"),
        ("اتهم ناشطون الفصيل باعتقال صحفي في إعزاز.", "arrest", "actual"),
        ("اعتقلت الشرطة شاباً بتهمة قتل تاجر.", "killing", "possible"),
    ],
)
def test_a_claim_and_an_accusation_assert_the_deed_and_a_charge_does_not(
    text: str, kind: str, realis: str
) -> None:
    found = event(text, kind)
    assert (found.realis, found.polarity) == (realis, "positive")


@pytest.mark.parametrize(
    ("text", "kind", "realis", "polarity"),
    [
        ("هددت أنقرة بشن هجوم على منبج.", "attack", "threatened", "positive"),
        ("لم يتمكن المهاجمون من اقتحام السجن.", "raid", "hypothetical", "positive"),
        ("باءت محاولة اغتيال القاضي بالفشل.", "assassination", "hypothetical", "positive"),
        ("حالت الوساطة دون اشتباك بين العائلتين.", "clash", "hypothetical", "positive"),
        ("لم تمنع الهدنة القناصة من قتل فتى.", "killing", "actual", "positive"),
        ("ليس هذا أول هجوم على المطار.", "attack", "actual", "positive"),
        ("سُمع إطلاق نار متقطع عند الظهر.", "shooting", "actual", "positive"),
        ("لم يُعرف ما إذا كان القائد قد قُتل.", "killing", "possible", "positive"),
        ("توعّد الفصيل بقصف السفارة.", "shelling", "threatened", "positive"),
        ("طالبت المنظمة بوقف القصف على محيط المستشفى الجنوبي.", "shelling", "actual", "positive"),
        ("ليس دقيقا أن سبعين شخصا قُتلوا.", "killing", "actual", "negative"),
        ("نفي رسمي لمقتل الوزير.", "killing", "actual", "negative"),
    ],
)
def test_what_more_words_say_of_a_deed(text: str, kind: str, realis: str, polarity: str) -> None:
    found = event(text, kind)
    assert (found.realis, found.polarity) == (realis, polarity)


def test_an_adjective_says_nothing_of_the_deed_behind_it() -> None:
    found = event("وقع اشتباك وشيك بعد مقتل شاب.", "killing")
    assert found.realis == "actual"


@pytest.mark.parametrize(
    ("text", "kind", "realis", "polarity"),
    [
        ("انفجر مخزن في عدن، ولا قتلى ولا جرحى حتى الآن.", "killing", "actual", "negative"),
        ("لا حصار مفروضا على حي المنشية.", "siege", "actual", "negative"),
        ("قال الوالي إن بلاده ستغلق المعبر إن اندلعت معارك.", "clash", "hypothetical", "positive"),
        ("ما إن قُصف الجسر حتى نزح السكان.", "shelling", "actual", "positive"),
        ("ما دمّرته الجرافات في المخيم ثمانية بيوت.", "destruction", "actual", "positive"),
        ("لم يُقتل في الغارة على مزرعة سوى حارسها.", "killing", "actual", "positive"),
        ("باءت بالفشل محاولة الفرار، وأصيب اثنان من النزلاء.", "injury", "actual", "positive"),
        ("فمن قائل إنه خُطف، ومن قائل إنه سافر.", "abduction", "possible", "positive"),
        ("قصة خطف طالبة إشاعة لا أكثر.", "abduction", "actual", "negative"),
    ],
)
def test_small_words_turn_or_restrict_a_deed(
    text: str, kind: str, realis: str, polarity: str
) -> None:
    found = event(text, kind)
    assert (found.realis, found.polarity) == (realis, polarity)


@pytest.mark.parametrize(
    ("text", "kind", "realis", "polarity"),
    [
        ("يظن رفاق النقيب أنه خُطف.", "abduction", "possible", "positive"),
        ("ماكو أي خطف بالمنطقة.", "abduction", "actual", "negative"),
        ("لا صحة لما أوردته صحيفة عن خطف طالبات في نيامي.", "abduction", "actual", "negative"),
        ("كذّب الأهالي بيانا نفى فيه الجيش قصف القرية.", "shelling", "actual", "positive"),
        ("دخلت القوات الحي من غير إطلاق نار ولا اعتقالات، وقُتل شرطي.", "killing", "actual",
         "positive"),
    ],
)  # fmt: skip
def test_hearsay_dialect_and_denials_of_denials(
    text: str, kind: str, realis: str, polarity: str
) -> None:
    found = event(text, kind)
    assert (found.realis, found.polarity) == (realis, polarity)


@pytest.mark.parametrize(
    ("text", "kind", "realis", "polarity"),
    [
        ("أعلن الحرس أنه سيبدأ قريباً بمهاجمة القواعد.", "attack", "intended", "positive"),
        ("رفض الفصيل الهدنة وواصل هجماته على الجيش.", "agreement", "actual", "negative"),
        ("الشائعات التي أفادت بأن القائد قُتل غير صحيحة.", "killing", "actual", "negative"),
        ('وأكد أنه "لا صحة" لأنباء تتحدث عن أسر أربعة جنود.', "arrest", "actual", "negative"),
    ],
)
def test_a_future_verb_a_refusal_and_rumours_in_a_clause(
    text: str, kind: str, realis: str, polarity: str
) -> None:
    found = event(text, kind)
    assert (found.realis, found.polarity) == (realis, polarity)


@pytest.mark.parametrize(
    "text",
    [
        "قُتل سبعة مصلين في هجوم على المسجد، دون أن تُعرف الجهة التي تقف وراء الهجوم.",
        "هز انفجار السوق، من دون أن تتبنى أي جهة التفجير.",
        "قصفت المدفعية القرية من غير أن يفسر أحد أسباب القصف.",
    ],
)
def test_a_deed_that_is_named_as_known_is_not_what_is_denied(text: str) -> None:
    """The outlet was shown as saying that the attack had not happened."""
    assert all(e.polarity == "positive" for e in events(text))


def test_a_definite_deed_that_a_verb_carries_out_is_denied() -> None:
    assert event("انسحب الفصيل دون أن ينفذ الهجوم.", "attack").polarity == "negative"
