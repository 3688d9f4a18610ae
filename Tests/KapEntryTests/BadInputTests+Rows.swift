import KapEntry

extension BadInputTests {
  /// What is wrong of each verb.
  static let rows: [Row] = [
    Row(
      verb: .vitals,
      refused: [
        "hr 0", "hr -5", "hr 999", "hr 74kg", "bp 0/0", "bp -128/82", "bp 82/128", "spo2 0",
        "spo2 980", "spo2 98lb", "rr -1", "rr 140", "temp 0", "temp 98.6", "temp 310k", "map 0",
        "hr 74 on o2 -2l", "hr 74 on o2 200l", "hr 74 on o2 2ml",
      ],
      asked: [
        "hr 250", "bp 240/100", "spo2 70", "rr 50", "temp 41", "hr 74 on o2 40l", "hr 60.5",
        "bp 128.5/82", "bp 128/82.5 hr 74", "map 97.5", "spo2 97.5", "rr 14.5", "temp 36.85",
      ]
    ),
    Row(verb: .noReading, refused: ["noreading", "noreading frob because x", "noreading bp"]),
    Row(
      verb: .scores,
      refused: [
        "diss -1", "diss 11", "diss 6mg", "diss", "scale phq9 99", "scale frob 3",
        "moaas 4.5", "diss 6.55",
      ]
    ),
    Row(verb: .phase, refused: ["phase", "phase frob", "phase 0", "phase -1"]),
    Row(verb: .note, refused: ["note", "note  "]),
    Row(verb: .said, refused: ["said", "said \"\""]),
    Row(
      verb: .dose,
      before: ["weight 70kg"],
      refused: [
        "dose iv 0mg", "dose iv -35mg", "dose iv 35lb", "dose iv 35ml", "dose iv 35",
        "dose iv 9999999mg", "dose iv 35mg over 0m", "dose iv 35mg over -5m",
        "dose iv 35mg over 40",
        "dose iv 35mg lot", "dose iv 35mg exp 2027-13", "dose iv 35mg exp 31/02/2027",
        "dose iv 35mg exp 2019", "dose iv 35mg exp nan-03", "dose iv 35mg exp 99999-03",
        "dose iv 35mg exp 2O27-03", "dose iv 35mg exp 2027-O3", "dose iv 35mg exp 99999999999-03",
        "dose iv 35mg exp 1207-03", "dose iv 35mg exp soon", "dose iv 35mg exp 31 feb 2027",
        "dose iv 35mg/kg", "dose iv four mg", "dose iv 35units",
      ],
      asked: [
        "dose iv 4000mg", "dose iv 35g", "dose iv 35mg over 400h", "dose im 35mg", "dose po 20mg",
        "dose iv 35mcg over 40m", "dose iv 35mg over 4m", "dose iv 35mg over 40s",
        "dose iv 35mg exp 2020-01", "dose iv 35mg exp dec 2019", "dose iv 35mg exp dec-2019",
        "dose iv exp 31 Dec 2019 35mg", "dose iv 4000 milligrams",
      ]
    ),
    Row(
      verb: .dose,
      before: ["weight 70kg", "plan iv 35mg over 40m because x"],
      refused: [],
      asked: ["dose iv 20mg", "dose iv 35mcg over 40m"]
    ),
    Row(
      verb: .dose,
      rules: "esketamine",
      before: ["dose in esketamine 28mg lot A1"],
      refused: ["dose in esketamine 0mg", "dose in esketamine 28lb"],
      asked: [
        "dose in esketamine 30mg lot A1", "dose in esketamine 84mg lot A1",
        "@+0m dose in esketamine 28mg lot A1", "dose in esketamine 28mg",
      ]
    ),
    Row(
      verb: .infusion,
      before: ["weight 70kg", "infusion start 50mg/h"],
      refused: [
        "infusion rate 0mg/h", "infusion rate -5mg/h", "infusion rate 40lb/h", "infusion rate 40",
        "infusion rate 40mg", "infusion rate 40ml/h", "infusion frob", "infusion rate",
      ],
      asked: ["infusion rate 40000mg/h", "infusion rate 400mg/h", "infusion rate 50mcg/h"]
    ),
    Row(
      verb: .infusion,
      refused: ["infusion start 0mg/h", "infusion start -5mg/h", "infusion stop"],
      asked: ["infusion start 40000mg/h"]
    ),
    Row(
      verb: .given,
      refused: [
        "given ondansetron 0mg iv", "given ondansetron -4mg", "given ondansetron 4lb",
        "given ondansetron 4", "given", "given ketamine 35mg iv", "given ondansetron 4mg/kg",
        "given ondansetron 100 mg/kg", "given ondansetron four mg", "given ondansetron hundred mg",
        "given four mg ondansetron", "given ondansetron 4frobs", "given ondansetron mg",
        "given oxygen 200l", "given oxygen 400l/min", "given oxygen 200 litres",
      ],
      asked: [
        "given ondansetron 4000mg iv", "given ondansetron 4g iv", "given paracetamol 5000mg po",
        "given clonidine 4000mcg po", "given ondansetron 4mcg iv", "given ondansetron 4000mgs",
        "given paracetamol 4000 milligrams", "given heparin 4000units", "given saline 400l",
        "given oxygen 20l", "given saline 4000ml",
      ]
    ),
    Row(
      verb: .order,
      refused: [
        "order clonidine 0mg po by dr-l", "order clonidine -1mg po by dr-l",
        "order clonidine 1kg po by dr-l", "order clonidine 0.1mg po",
        "order clonidine 100mg/kg by dr-l", "order clonidine hundred mg by dr-l",
        "order oxygen 200l by dr-l",
      ],
      asked: [
        "order clonidine 100mg po by dr-l", "order morphine 9000mg iv by dr-l read back",
        "order clonidine by dr-l", "order clonidine po for bp by dr-l read back",
      ]
    ),
    Row(
      verb: .call,
      refused: [
        "call", "call read back", "call about bp", "call about bp: hello", "call 28",
        "call escort Ann late", "call pharmacy ondansetron dose, ask",
      ],
      asked: ["call dr-l", "call dr-l read back", "call dr-l:", "rx call dr-l"]
    ),
    Row(
      verb: .rx,
      before: ["weight 70kg"],
      refused: ["rx", "rx ondansetron 0mg", "rx ondansetron 4lb", "rx dose iv 0mg", "rx iv -5mg"],
      asked: ["rx ondansetron 4000mg iv", "rx dose iv 4000mg", "rx order clonidine 9mg by dr-l"]
    ),
    Row(
      verb: .technique,
      refused: ["technique", "technique frob stop", "technique @14:05"],
      asked: ["technique imagry start", "technique frob"]
    ),
    Row(
      verb: .theme,
      refused: ["theme", "theme grief -2", "theme grief 2mg"],
      asked: ["theme grief 99"]
    ),
    Row(
      verb: .modality,
      refused: ["modality", "modality act stop"],
      asked: ["modality foo start"]
    ),
    Row(
      verb: .effect,
      refused: [
        "effect", "effect nausea awful", "effect nausea 0", "effect nausea -1",
        "effect nausea related maybe", "effect nausea end", "effect blurred vision sevre",
      ]
    ),
    Row(verb: .pin, refused: ["pin 99: words", "pin 0: words", "pin 1: "]),
    Row(verb: .later, refused: ["later frob", "later 0"]),
    Row(verb: .notDone, refused: ["notdone", "notdone frob because x", "notdone vitals"]),
    Row(
      verb: .notDone,
      before: ["dose iv 35mg over 40m"],
      refused: ["notdone vitals+100 because x", "notdone scores+20 because x"]
    ),
    Row(verb: .acknowledge, refused: ["ack", "ack:", "ack: seen", "ack a99: seen"]),
    Row(
      verb: .acknowledge,
      before: ["spo2 86"],
      refused: [
        "ack 14: probe off", "ack 4: probe off", "ack a04: probe off", "ack a 4: probe off",
        "ack #4: probe off", "ack a4.: probe off", "ack a: probe off", "ack 4:probe off",
      ]
    ),
    Row(verb: .confirm, refused: ["confirm", "confirm a99", "confirm a1", "confirm 0"]),
    Row(verb: .artefact, refused: ["artefact", "artefact a99 because x", "artefact a1 because x"]),
    Row(
      verb: .correct,
      before: ["hr 80", "weight 70kg", "dose iv 35mg over 40m"],
      refused: [
        "correct", "correct a99 hr 80", "correct a2 hr 0", "correct a2 hr -5", "correct a2 hr 999",
        "correct a2 hr 74kg", "correct a3 weight 0kg", "correct a4 dose iv 0mg",
        "correct a2 @+600m", "correct a2 @-1000h", "correct a2 hr 80",
      ],
      asked: ["correct a2 hr 250", "correct a3 weight 190kg", "correct a4 dose iv 4000mg"]
    ),
    Row(verb: .void, refused: ["void", "void a99 because x", "void a1", "void a1 because x"]),
    Row(verb: .undo, refused: ["undo because", "undo because x"]),
    Row(verb: .join, refused: ["join", "join jb as frob", "join jb as 0"]),
    Row(verb: .leave, refused: ["leave", "leave zz"]),
    Row(verb: .end, refused: ["end 5", "end -1"]),
    Row(verb: .reopen, refused: ["reopen", "reopen because x"]),
    Row(
      verb: .weight,
      refused: [
        "weight", "weight 0kg", "weight -70kg", "weight 7000kg", "weight 70", "weight 70g",
        "weight 11st", "weight 0lb", "weight 70f",
      ],
      asked: ["weight 190kg", "weight 30kg", "weight 400lb"]
    ),
    Row(verb: .intention, refused: ["intention"]), Row(verb: .calming, refused: ["calming"]),
    Row(verb: .allergies, refused: ["allergies"]), Row(verb: .escort, refused: ["escort"]),
    Row(verb: .touch, refused: ["touch"]), Row(verb: .stopSign, refused: ["stopsign"]),
    Row(verb: .room, refused: ["room"]),
    Row(verb: .check, refused: ["check", "check frob", "check consent", "check identity: "]),
    Row(
      verb: .check,
      rules: "esketamine",
      before: ["dose in esketamine 28mg"],
      refused: [
        "check rems-ready: -5", "check rems-ready: 9999", "check rems-ready: soon",
        "check rems-ready: 95kg",
      ]
    ),
    Row(
      verb: .plan,
      before: ["weight 70kg"],
      refused: [
        "plan iv 35mg", "plan iv 0mg because x", "plan iv -35mg because x",
        "plan iv 35lb because x", "plan iv 35mg over 0m because x",
        "plan iv 35mg conc 0mg/ml because x", "plan iv 35mg conc 99999mg/ml because x",
        "plan iv 35mg conc 10mg because x", "plan iv 35mg last 0mg because x",
        "plan iv 35mg weight 0kg because x", "plan iv 35mg weight 7000kg because x",
        "plan iv 35mg weight 70st because x",
      ],
      asked: [
        "plan iv 4000mg because x", "plan iv 35mg over 400h because x",
        "plan iv 35mg conc 400mg/ml because x", "plan iv 35mg weight 190kg because x",
        "plan iv 35mg weight 400lb because x", "plan iv 35mg last 4000mg because x",
        "plan im 35mg because x", "plan iv 35mcg because x",
      ]
    ),
    Row(
      verb: .limit,
      refused: [
        "limit", "limit hr above 0 because x", "limit hr above -5 because x",
        "limit hr above 120kg because x", "limit hr above 999 because x", "limit hr above 120",
        "limit bp 0/0 because x", "limit bp 105/170 because x", "limit temp above 98.6 because x",
      ],
      asked: [
        "limit hr above 30 because x", "limit spo2 below 60 because x",
        "limit bp 260/90 because x",
      ]
    ),
    Row(
      verb: .vial,
      refused: [
        "vial", "vial drawn 0mg given 0mg wasted 0mg", "vial drawn -50mg given 35mg wasted 15mg",
        "vial drawn 50lb given 35mg wasted 15mg", "vial drawn 5ml given 35mg wasted 15mg",
        "vial drawn 50mg given 35mg wasted 10mg",
        "vial drawn 50mg given 35mg wasted 15mg conc 0mg/ml",
        "vial drawn 50mg given 35mg wasted 15mg conc 99999mg/ml",
        "vial drawn 50mg given 35mg wasted 15mg exp soon",
      ],
      asked: [
        "vial drawn 50mg given 35mg wasted 15mg",
        "vial drawn 50mg given 35mg wasted 15mg conc 400mg/ml witness mk",
        "vial drawn 5000mg given 35mg wasted 4965mg witness mk",
        "vial drawn 50mg given 50mg wasted 0mg",
        "vial drawn 50mg given 50mg wasted 0mg lot A1 exp 2020-01",
        "vial drawn 50mg given 35mg wasted 15mg lot A1 witness ana",
      ]
    ),
    Row(
      verb: .vial,
      before: ["weight 70kg", "dose iv 35mg over 40m"],
      refused: ["vial drawn 50mg given 60mg wasted 0mg"],
      asked: ["vial drawn 50mg given 20mg wasted 30mg witness mk"]
    ),
    Row(
      verb: .lozenge,
      rules: "sublingual",
      refused: ["lozenge", "lozenge 0", "lozenge spit", "spit -1"]
    ),
    Row(
      verb: .assess,
      refused: ["assess", "assess frob 1", "assess phq9 4", "assess phq9 -1", "assess phq9 1mg"]
    ),
    Row(
      verb: .emergency,
      refused: [
        "emergency step", "emergency step frob", "emergency step frob: words",
        "emergency step helpcalled now", "emergency step 0", "emergency end",
      ]
    ),
    Row(verb: .standDown, refused: ["stand-down", "stand-down by accident"]),
    Row(verb: .handOver, refused: ["handover", "handover ana", "handover jb back"]),
    Row(verb: .quiet, refused: ["quiet", "quiet 0"]),
  ]
}
