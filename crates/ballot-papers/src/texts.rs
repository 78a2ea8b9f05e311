//! The words on the papers, in three languages. Nothing here may tell real from fake: the three prints of a real and
//! of a fake credential have the same texts.

use crate::paper::PrintedPaper;

/// A language of the papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
	/// Кыргызча
	Kyrgyz,
	/// Русский
	Russian,
	/// English
	English,
}

/// The words of one paper.
pub(crate) struct Words {
	pub title: &'static str,
	/// What the reader should do with the paper.
	pub advice: &'static str,
}

/// The signs of the four symbols, by number: circle, triangle, square, star.
pub(crate) const SYMBOLS: [&str; 4] = ["●", "▲", "■", "★"];

/// The word for a counting unit, before its number.
pub(crate) fn unit(language: Language) -> &'static str {
	match language {
		Language::Kyrgyz => "Участка",
		Language::Russian => "Участок",
		Language::English => "Unit",
	}
}

/// The word for a visit, before its number.
pub(crate) fn visit(language: Language) -> &'static str {
	match language {
		Language::Kyrgyz => "Келүү",
		Language::Russian => "Посещение",
		Language::English => "Visit",
	}
}

pub(crate) fn words(paper: &PrintedPaper, language: Language) -> Words {
	use Language::{English, Kyrgyz, Russian};
	let (title, advice) = match (paper, language) {
		(PrintedPaper::Ticket(_), Kyrgyz) => {
			("Каттоо талону", "Бул талонду кабинада сканерлеңиз. Аны эч кимге бербеңиз.")
		}
		(PrintedPaper::Ticket(_), Russian) => {
			("Талон регистрации", "Отсканируйте этот талон в кабине. Никому его не отдавайте.")
		}
		(PrintedPaper::Ticket(_), English) => {
			("Check-in ticket", "Scan this ticket in the booth. Do not give it to anybody.")
		}
		(PrintedPaper::Envelope(_), Kyrgyz) => {
			("Конверт", "Конвертти кабинада, экран сураганда гана ачыңыз. Кодду кабина сканерлейт.")
		}
		(PrintedPaper::Envelope(_), Russian) => {
			("Конверт", "Открывайте только в кабине, когда об этом попросит экран. Кабина отсканирует код.")
		}
		(PrintedPaper::Envelope(_), English) => {
			("Envelope", "Open it in the booth only, when the screen asks for it. The booth scans the code.")
		}
		(PrintedPaper::Commit(_), Kyrgyz) => ("Биринчи басылма", "Бул басылмага ушундай белгиси бар конверт тиешелүү."),
		(PrintedPaper::Commit(_), Russian) => {
			("Первая распечатка", "К этой распечатке относится конверт с таким же знаком.")
		}
		(PrintedPaper::Commit(_), English) => {
			("First print", "The envelope with the same symbol belongs to this print.")
		}
		(PrintedPaper::Checkout(_), Kyrgyz) => ("Экинчи басылма", "Кабинадан чыкканда каттоо ордунда көрсөтүңүз."),
		(PrintedPaper::Checkout(_), Russian) => {
			("Вторая распечатка", "Покажите её на месте регистрации, когда выйдете из кабины.")
		}
		(PrintedPaper::Checkout(_), English) => ("Second print", "Show it at the desk when you leave the booth."),
		(PrintedPaper::Response(_), Kyrgyz) => (
			"Үчүнчү басылма",
			"Купуя сактаңыз: бул басылма жана мөөрлөнгөн барак менен ар ким ушул ачкыч менен добуш бере алат.",
		),
		(PrintedPaper::Response(_), Russian) => (
			"Третья распечатка",
			"Храните в тайне: с ней и с запечатанным листком кто угодно может проголосовать этим ключом.",
		),
		(PrintedPaper::Response(_), English) => {
			("Third print", "Keep it secret: with it and the sealed slip anybody can vote with this credential.")
		}
		(PrintedPaper::Slip(_), Kyrgyz) => {
			("Мөөрлөнгөн барак", "Үйдө ачыңыз жана купуя сактаңыз. Ал бул келүүнүн бардык басылмаларына керек.")
		}
		(PrintedPaper::Slip(_), Russian) => {
			("Запечатанный листок", "Откройте дома и храните в тайне. Он нужен для всех распечаток этого посещения.")
		}
		(PrintedPaper::Slip(_), English) => {
			("Sealed slip", "Open it at home and keep it secret. It serves all prints of this visit.")
		}
	};
	Words { title, advice }
}
