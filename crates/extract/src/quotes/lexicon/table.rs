//! The tables. One verb a line: its dictionary form (`+` doubles the last letter, `_` joins a particle), its frames,
//! and where irregular its past and past participle.
//!
//! Frames: `c` clause with or without "that", `t` clause with "that" only, `q` quotation, `a` somebody addressed first,
//! `i` infinitive, `n` noun phrase, `o` somebody bidden to do something, `f` somebody
//! blamed or praised "of" or "for" something, `s` something described "as" something, `-` the verb denies.

/// Verbs of saying and writing.
pub(super) const SPEECH: &str = "
say cq said
tell caqo told
add cq
accuse f
acknowledge tqcn
admit+ tqcni
advise tqao
advocate n
affirm tqn
agree tqi
allege tqcn
allude_to n
announce tqcn
answer tqc
apologise tq
apologize tq
appeal_for n
applaud f
argue tqcn
articulate n
ask qaot
ask_for n
assert tqcn
assess tq
assure aqct
attest tq
bark q
beg+ qo
blame f
blast fsq
boast tq
boast_of n
boast_about n
brag+ tq
brag_about n
bristle q
call nq
call_for n
call_on o
call_upon o
caution tqca
characterise s
characterize s
charge tq
chide q
chime_in q
cite ns
claim tqcin
clarify tqn
command qo
comment tq
comment_on n
commit+_to n
complain tqc
complain_about n
complain_of n
concede tqcn
conclude tqc
condemn sq
confess tqc
confirm tqcn
contend tqc
continue q
convey n
counsel qo
counter tqc
credit f
criticise fq
criticize fq
cry q
declare tqcn
decry n
demand tqin
denounce sq
deny tqcn-
deplore n
deride s
describe s
disclose tqn
dismiss sq
dispute n-
divulge tq
dub+ nq
echo nq
elaborate q
emphasise tqcn
emphasize tqcn
encourage no
enquire q
enthuse q
estimate tqcn
exclaim tqc
explain tqcn
exhort oq
express n
fire_back q
forecast tqn forecast
fume q
gloat tq
go_on q went gone
grumble tq
guarantee tn
gush q
hail sq
highlight tn
hint tq
hint_at n
hit_back q hit
imply tqcn
implore oq
indicate tqcn
inform aqt
inquire q
insinuate tqc
insist tqc
insist_on n
instruct oqat
interject q
invite o
joke tqc
joke_about n
jot q
lament tqn
lash_out q
laud fsq
lecture q
liken n
maintain tqc
mention tqn
mock sq
mumble tq
murmur tq
muse tq
mutter tq
narrate tq
note tqcn
notify at
object tq
object_to n
observe tqc
opine tqc
order ono
outline n
phrase q
pledge tqin
plead q
plead_for n
point_out tqc
point_to n
pose q
posit tqc
post tqc
praise fq
pray tq
preach tq
predict tqcn
press qo
proclaim tqcn
profess tqi
project tqn
promise tqcina
prompt q
pronounce q
propose tqin
protest tq
put_it q put
query q
question nq
quip+ tqc
quote nq
rant tq
rave q
reaffirm tqn
realise tc
realize tc
reason tqc
reassure aqct
rebuff n
rebuke f
recall tqcn
recite q
recommend tqn
recount tqn
refer+_to n
reflect q
refute n-
reiterate tqcn
reject n-
relate tq
remark tqc
remind aqto
repeat tqn
reply tqc
report tqcn
reprimand f
reprove n
request tqno
respond tqc
restate tqn
retort tqc
reveal tqcn
ridicule s
rule tc
rule_out n
scoff tq
scold q
scream tq
shoot_back q shot
shout tq
shriek q
sigh q
signal tqi
slam+ fsq
smile q
snap+ q
snarl q
sneer tq
sob+ q
specify tq
speculate tqc
spell_out n
spit+_out q spat
stammer q
state tqcn
stipulate tq
stress tqcn
stutter q
submit+ t
suggest tqcn
sum+_up nq
summarise nq
summarize nq
surmise tqc
swear tqci swore sworn
sympathise q
talk_of n
taunt q
tease q
term nq
testify tqc
text q
offer iq
challenge o
defend q
thank f
theorise tqc
theorize tqc
threaten tqi
thunder q
tout s
trumpet n
tweet tqcn
underline tqn
underscore tn
unveil n
urge_for n
urge qo
utter qn
venture q
verify tn
voice n
volunteer tqc
vouch q
vow tqci
wail q
warn tqcao
warn_of n
warn_against n
weigh_in q
welcome n
whine tq
whisper tq
wonder tq
write tq wrote written
yell tq
read q read
show t showed shown
find t found
portray s
depict s
brand s
speak_of n spoke spoken
speak_about n spoke spoken
attribute n
begin q began begun
pen+ q
retweet q
lobby_for n
push_for n
rail_against n
";

/// Verbs of believing, wanting, intending and feeling.
pub(super) const THOUGHT: &str = "
believe tcqn
think tcq thought
hope tcin
want in
fear tcn
know tn knew known
feel tcq felt
expect tcni
assume tcn
suspect tcn
doubt tcn-
guess tc
figure tc
imagine tc
intend i
wish tci
prefer+ in
understand tcn understood
decide ti
worry tcq
worry_about n
regret tn
desire in
anticipate tn
dream_of n
favor n
favour n
oppose n-
dislike n
recognise tcn
recognize tcn
remember tn
forget tn forgot forgotten
learn t
hear t heard
notice t
discover t
determine t
judge t
envision n
foresee tn foresaw foreseen
envisage n
seek i sought
aim i
vote i
disagree_with n
agree_with n
";

/// Nouns for what is said: the verb behind them, then the nouns.
pub(super) const SPEECH_NOUNS: &str = "
claim claim claims
allege allegation allegations
assert assertion assertions
state statement statements
announce announcement
suggest suggestion suggestions
argue argument arguments
warn warning warnings
promise promise promises
pledge pledge pledges
vow vow
comment comment comments
remark remark remarks
declare declaration
predict prediction predictions
admit admission
deny denial denials
accuse accusation accusations
complain complaint complaints
contend contention
insist insistence
reveal revelation revelations
propose proposal
demand demand demands
report report reports
rumour rumor rumors rumour rumours
";

/// Nouns for what is thought.
pub(super) const THOUGHT_NOUNS: &str = "
believe belief beliefs
hope hope hopes
fear fear fears
view view
think opinion
worry concern concerns
believe conviction
expect expectation expectations
";

/// Forms of reporting verbs that are nouns as well.
pub(super) const ALSO_NOUNS: &str = "
address aim aims answer answers appeal attack back blame blast call calls challenge challenges charge charges
claim claims command comment comments concern counsel counter credit credits cries cry demand demands desire
detail details dispute disputes doubt doubts echo echoes estimate estimates experience express favor favour
fear fears feeling figure figures find finding findings forecast forecasts guarantee guarantees guess hail hate
hearing highlight highlights hope hopes identified joke jokes judge judges lament laugh lecture like list love
maintain meaning meeting mock muse need needs note notes object objects offer offering offers opening order
orders plan planning plans pledge pledges pose post posts praise present press project projects promise
promises prompt protest protests question questions quip quote quotes rant reading reason reasons regret
regrets relate remark remarks replies reply report reports request requests review rule rules ruling saying
second show shows signal signals slam smile snap sob state states stress support tease term terms text texts
thought thoughts tweet tweets understanding view views voice voices volunteer volunteers vote votes vow vows
warning welcome wish wishes worries worry writing
";
